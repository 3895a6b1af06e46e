using System.Collections;

namespace ReleaseTools.Adapters.Git;

/// <summary>The files git takes its settings from, and the environment variables beside them.</summary>
internal static class GitSettings
{
    private const string Prefix = "GIT_CONFIG";

    private static readonly char[] Comments = [';', '#'];

    /// <summary>Where the system's may be: git is built with one of them.</summary>
    private static readonly string[] OfSystem = OperatingSystem.IsWindows()
        ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Git", "etc", "gitconfig"), Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "Git", "config")]
        : ["/etc/gitconfig", "/usr/local/etc/gitconfig", "/opt/homebrew/etc/gitconfig"];

    /// <summary>All of them, with those they include, whether the conditions for that hold or not. They need not exist.</summary>
    /// <param name="ofRepository">The repository's own.</param>
    public static IEnumerable<string> Files(params IEnumerable<string> ofRepository)
    {
        var home = Environment.GetEnvironmentVariable("HOME") ?? Environment.GetEnvironmentVariable("USERPROFILE") ?? "";
        var configuration = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } folder ? folder : Path.Combine(home, ".config");
        var waiting = new Queue<string>([.. ofRepository, .. OfSystem, Path.Combine(home, ".gitconfig"), Path.Combine(configuration, "git", "config"), .. Variables().Select(name => Environment.GetEnvironmentVariable(name) ?? "").Where(Path.IsPathFullyQualified)]);
        var known = new HashSet<string>();

        while (waiting.TryDequeue(out var file))
        {
            if (known.Add(file))
            {
                yield return file;

                foreach (var included in Included(file))
                {
                    waiting.Enqueue(Path.GetFullPath(included.StartsWith("~/", StringComparison.Ordinal) ? home + included[1..] : included, Path.GetDirectoryName(file)!));
                }
            }
        }
    }

    /// <summary>The names of the environment variables that are settings, or name files of them, in one order.</summary>
    public static List<string> Variables()
    {
        var names = new List<string>();

        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (((string)variable.Key).StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                names.Add((string)variable.Key);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
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

            if (sign > 0 && setting[..sign].TrimEnd().Equals("path", StringComparison.OrdinalIgnoreCase))
            {
                var value = setting[(sign + 1)..].ToString();
                var comment = value.IndexOfAny(Comments);

                // A sign that begins a comment may as well be part of a name between quotes.
                foreach (var name in new[] { value, comment < 0 ? "" : value[..comment] }.Select(Unquote).Where(name => name.Length > 0 && !name.Contains('\0', StringComparison.Ordinal)))
                {
                    yield return name;
                }
            }
        }
    }

    private static string Unquote(string value) => value.Trim().Trim('"').Replace(@"\\", @"\", StringComparison.Ordinal);
}
