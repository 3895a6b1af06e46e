namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong between an image and the registries it goes to: RT7020 and on.</summary>
internal static class RegistryDiagnostics
{
    public static Diagnostic NotAPlace(string registry, string repository) => Usage(
        "RT7020",
        $"'{registry}/{repository}' names no repository of a registry. Write a host, with a port where it needs one, and a path in lower case, as in Include=\"ghcr.example.test\" Repository=\"acme/shop\".");

    public static Diagnostic Unreachable(string registry, string words) => World(
        "RT7021",
        $"The registry '{registry}' cannot be reached: {words}. Check its name and the network, and publish again; what is there by then is not sent twice.");

    public static Diagnostic Broken(string registry, int status, string words) => World(
        "RT7022",
        $"The registry '{registry}' could not do it, however often it was asked: {Answer(status, words)}. Look at its log and its free space, and publish again; what is there by then is not sent twice.");

    public static Diagnostic WrongCredentials(string registry, string origin) => World(
        "RT7023",
        $"The registry '{registry}' does not accept the credentials from {origin}. Renew them there, as with 'docker login {registry}'.");

    public static Diagnostic NoCredentials(string registry, string searched) => World(
        "RT7024",
        $"The registry '{registry}' asks who you are, and no credentials for it were found in {searched}. Run 'docker login {registry}' before.");

    public static Diagnostic NotAllowed(string place, string origin) => World(
        "RT7025",
        $"'{place}' is not open to {(origin.Length > 0 ? $"the credentials from {origin}" : "somebody without credentials")}. Let them read and write there, or name a repository where they may.");

    public static Diagnostic NoSuchRepository(string place) => World(
        "RT7026",
        $"There is no repository '{place}', and its registry makes none on a push. Make it there, or mend the name.");

    public static Diagnostic OddAnswer(string registry, string request, int status, string words) => World(
        "RT7027",
        $"The registry '{registry}' gave an answer to '{request}' that cannot be used: {Answer(status, words)}. Check that '{registry}' is a registry of images, and its log.");

    public static Diagnostic OtherContent(string registry, string digest) => World(
        "RT7028",
        $"What the registry '{registry}' gives as '{digest}' is something else by its digest. Mend the image there before anything is taken from it.");

    public static Diagnostic UnsafeRealm(string registry, string realm) => World(
        "RT7029",
        $"The registry '{registry}' wants its credentials to be sent to '{realm}', which is another host without TLS. They were not sent. Have the registry name an https address.");

    public static Diagnostic HelperStopped(string program, string registry, string words) => World(
        "RT7030",
        $"'{program}' gave no credentials for '{registry}': {words}. Run it by hand, or log in again.");

    public static Diagnostic DamagedDockerConfig(string path) => Usage(
        "RT7031",
        $"'{path}' cannot be read as JSON, and credentials for registries are kept there. Mend it, or log in again.");

    public static Diagnostic MissingThere(string place, string reference) => World(
        "RT7032",
        $"'{place}' has no '{reference}', which belongs to the image that is copied from there. Publish again.");

    public static Diagnostic ReleaseTaken(string image, string words) => No(
        "RT7033",
        $"'{image}' is a release already, {words}. Release another version; or set the property ReleaseToolsImageRepublish to 'true' to replace it.");

    public static Diagnostic ReleaseDiffers(string image, string digest, string other, string otherDigest) => No(
        "RT7034",
        $"'{image}' is '{digest}' and '{other}' is '{otherDigest}', two pushes of one release. Remove one of the two tags and publish again; or set the property ReleaseToolsImageRepublish to 'true' to replace both.");

    public static Diagnostic NotASourceDate(string text) => Usage(
        "RT7035",
        $"SOURCE_DATE_EPOCH is '{text}', which is no number of seconds since 1970. Write one, as 'git log -1 --format=%ct' prints it, or leave it empty.");

    public static Diagnostic GuardIsBlind(string image) => World(
        "RT7036",
        $"Whether '{image}' is a release already could not be looked at, so nothing is pushed over it. Mend what stands above, and let whoever pushes read there; or set the property ReleaseToolsImageRepublish to 'true' to push without a look.");

    /// <summary>
    /// Whether a push may go well although the registry could not be asked: it was away for a moment, or does not let a repository be
    /// looked at that is not there yet. What is wrong with credentials is wrong for the push, too.
    /// </summary>
    public static bool MayPassOnAPush(Diagnostic diagnostic) => diagnostic.Code is "RT7021" or "RT7022" or "RT7025" or "RT7027" or "RT7028" or "RT7032";

    /// <summary>Whether what a tag names is there and cannot be read: a part of it is missing, or is not what it should be.</summary>
    public static bool IsDamage(Diagnostic diagnostic) => diagnostic.Code is "RT7027" or "RT7028" or "RT7032";

    private static string Answer(int status, string words) => words.Length > 0 ? $"{status}, {words}" : $"{status}";

    private static Diagnostic Usage(string code, string message) => new(code, Severity.Error, ExitCode.Usage, message);

    private static Diagnostic World(string code, string message) => new(code, Severity.Error, ExitCode.World, message);

    private static Diagnostic No(string code, string message) => new(code, Severity.Error, ExitCode.No, message);
}
