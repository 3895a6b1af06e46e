namespace ReleaseTools.Adapters.Ci;

/// <summary>The files of our own that a CI host finds in the checked-out folder.</summary>
internal static class CiFiles
{
    public const string Variables = "release.env";

    public const string Properties = "release.properties";

    public const string BuildNumber = "jenkins_build_number.txt";

    public static bool IsOne(string path) => Path.GetFileName(path) is Variables or Properties or BuildNumber;
}
