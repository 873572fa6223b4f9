class Paddock < Formula
  desc "Keep the secrets of Cloudflare Workers projects from getting out"
  homepage "@REPOSITORY@"
  version "@VERSION@"
  license "Apache-2.0"

  # for x86_64-linux
  on_linux do
    on_intel do
      url "@URL@"
      sha256 "@SHA256@"
    end
  end
  # end
  # for aarch64-linux
  on_linux do
    on_arm do
      url "@URL@"
      sha256 "@SHA256@"
    end
  end
  # end
  # for x86_64-macos
  on_macos do
    on_intel do
      url "@URL@"
      sha256 "@SHA256@"
    end
  end
  # end
  # for aarch64-macos
  on_macos do
    on_arm do
      url "@URL@"
      sha256 "@SHA256@"
    end
  end
  # end

  def install
    bin.install "paddock"
    man1.install "paddock.1"
    bash_completion.install "completions/paddock.bash" => "paddock"
    zsh_completion.install "completions/_paddock"
    fish_completion.install "completions/paddock.fish"
  end

  test do
    assert_equal version.to_s, shell_output("#{bin}/paddock --version").strip
    (testpath/"wrangler.json").write '{ "name": "shop", "main": "index.js" }'
    system bin/"paddock", "check", "--fail-on", "never"
  end
end
