# callPackage ./paddock.nix { }
{ lib, stdenvNoCC, fetchurl, installShellFiles }:

let
  sources = {
    # for x86_64-linux
    x86_64-linux = {
      url = "@URL@";
      hash = "sha256-@BASE64@";
    };
    # end
    # for aarch64-linux
    aarch64-linux = {
      url = "@URL@";
      hash = "sha256-@BASE64@";
    };
    # end
    # for x86_64-macos
    x86_64-darwin = {
      url = "@URL@";
      hash = "sha256-@BASE64@";
    };
    # end
    # for aarch64-macos
    aarch64-darwin = {
      url = "@URL@";
      hash = "sha256-@BASE64@";
    };
    # end
  };
  system = stdenvNoCC.hostPlatform.system;
in
stdenvNoCC.mkDerivation {
  pname = "paddock";
  version = "@VERSION@";

  src = fetchurl (sources.${system} or (throw "paddock has no build for ${system}"));

  nativeBuildInputs = [ installShellFiles ];

  # One static program: there is nothing to build or to patch.
  dontBuild = true;
  dontFixup = true;

  installPhase = ''
    runHook preInstall
    install -D -m 755 paddock $out/bin/paddock
    installManPage paddock.1
    installShellCompletion --cmd paddock \
      --bash completions/paddock.bash --zsh completions/_paddock --fish completions/paddock.fish
    runHook postInstall
  '';

  meta = {
    description = "Keep the secrets of Cloudflare Workers projects from getting out";
    homepage = "@REPOSITORY@";
    license = lib.licenses.asl20;
    mainProgram = "paddock";
    platforms = builtins.attrNames sources;
    sourceProvenance = [ lib.sourceTypes.binaryNativeCode ];
  };
}
