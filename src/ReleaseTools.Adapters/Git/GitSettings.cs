using System.Collections;

namespace ReleaseTools.Adapters.Git;

/// <summary>The files git takes its settings from, and the environment variables beside them.</summary>
internal static class GitSettings
{
    private const string Prefix = "GIT_CONFIG";

    /// <summary>Where the system's may be: git is built with one of them.</summary>
    private static readonly string[] OfSystem = OperatingSystem.IsWindows()
        ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Git", "etc", "gitconfig"), Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "Git", "config")]
        : ["/etc/gitconfig", "/usr/local/etc/gitconfig", "/opt/homebrew/etc/gitconfig"];

    public static void AddTo(Fingerprint fingerprint, params ReadOnlySpan<string> ofRepository)
    {
        var home = Environment.GetEnvironmentVariable("HOME") ?? Environment.GetEnvironmentVariable("USERPROFILE") ?? "";
        var known = new HashSet<string>();

        foreach (var file in ofRepository)
        {
            AddFile(fingerprint, file, home, known);
        }

        foreach (var file in OfSystem)
        {
            AddFile(fingerprint, file, home, known);
        }

        AddFile(fingerprint, Path.Combine(home, ".gitconfig"), home, known);
        AddFile(fingerprint, Path.Combine(Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } folder ? folder : Path.Combine(home, ".config"), "git", "config"), home, known);
        AddVariables(fingerprint, home, known);
    }

    private static void AddVariables(Fingerprint fingerprint, string home, HashSet<string> known)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);

        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (((string)variable.Key).StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                variables[(string)variable.Key] = (string?)variable.Value ?? "";
            }
        }

        foreach (var (name, value) in variables)
        {
            fingerprint.Add(name, value);

            if (Path.IsPathFullyQualified(value))
            {
                AddFile(fingerprint, value, home, known);
            }
        }
    }

    /// <summary>With the files it includes, whether their conditions hold or not.</summary>
    private static void AddFile(Fingerprint fingerprint, string path, string home, HashSet<string> known)
    {
        if (!known.Add(path))
        {
            return;
        }

        fingerprint.AddFile(path);

        foreach (var included in Included(path))
        {
            AddFile(fingerprint, Path.GetFullPath(included.StartsWith("~/", StringComparison.Ordinal) ? home + included[1..] : included, Path.GetDirectoryName(path)!), home, known);
        }
    }

    /// <summary>Every line that says <c>path = …</c>: one too many does no harm.</summary>
    private static IEnumerable<string> Included(string path)
    {
        var text = WorkingTree.ReadText(path);

        if (!text.Contains("[include", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        foreach (var line in text.Split('\n'))
        {
            var setting = line.AsSpan(line.LastIndexOf(']') + 1).Trim();
            var sign = setting.IndexOf('=');

            if (sign > 0 && setting[..sign].TrimEnd().Equals("path", StringComparison.OrdinalIgnoreCase) && setting[(sign + 1)..].Trim().Trim('"').ToString().Replace(@"\\", @"\", StringComparison.Ordinal) is { Length: > 0 } value && !value.Contains('\0', StringComparison.Ordinal))
            {
                yield return value;
            }
        }
    }
}
