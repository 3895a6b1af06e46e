using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReleaseTools.Adapters.Ci;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>What a host reads is what it was told, by the rules each host documents.</summary>
[TestClass]
public sealed partial class CiPlanTests
{
    private static readonly string[] Hostile =
    [
        "", " ", "1.2.3-beta+77729c0", "refs/heads/a b", "a\nRELEASE_EVIL=1", "a\r\nb", "\n", "x\n", "a;b", "a]b", "$(id)", "`id`", "${IFS}", "%0A", "%AZP25", "%25", "%", "'", "\"", "\\", "a'b|n", "|", "||", "|0x0041", "[", "]",
        "##vso[task.setvariable variable=RELEASE_EVIL]1", "x\n##vso[build.updatebuildnumber]1", "##teamcity[buildNumber '1']", "::set-output name=RELEASE_EVIL::1", "\n::error::x", "EOF", "a\nEOF\nRELEASE_EVIL=1", "<<EOF", "=", "a=b<<c", "RELEASE_ONE<<x\n1\nx",
        "über", "日本𝄞", "\u2028x\u0085y", "\u202E", "\0", "\e[2J", "#", "!", ":", new string('a', 300), string.Concat(Enumerable.Repeat("\nEOF", 300)),
    ];

    [TestMethod]
    public void GitHub_Actions_reads_every_value_as_it_is()
    {
        using var folder = new TempFolder();
        var variables = new Dictionary<string, string?> { ["GITHUB_ENV"] = folder.Write("env", "OTHERS=1"), ["GITHUB_OUTPUT"] = folder.At("output") };

        Apply(new GitHubActions().Plan(Report(Hostile), variables.GetValueOrDefault), folder.Path);

        AssertRead(Hostile, ReadGitHub(File.ReadAllText(folder.At("output"))));
        AssertRead(Hostile, ReadGitHub(File.ReadAllText(folder.At("env"))), ("OTHERS", "1"));
    }

    [TestMethod]
    public void Azure_Pipelines_reads_every_value_as_it_is()
    {
        var said = Apply(new AzurePipelines().Plan(Report(Hostile, "1.2\n##vso[task.complete]"), _ => null), "/");

        AssertRead(Hostile, [.. said.Where(line => !line.Contains("isOutput", StringComparison.Ordinal)).Select(ReadAzure)], ("build", "1.2\n##vso[task.complete]"));
        AssertRead(Hostile, [.. said.Where(line => line.Contains(";isOutput=true;]", StringComparison.Ordinal)).Select(ReadAzure)]);
    }

    [TestMethod]
    public void TeamCity_reads_every_value_without_a_percent_sign_as_it_is()
    {
        string[] values = [.. Hostile.Where(value => !value.Contains('%', StringComparison.Ordinal))];
        var said = Apply(new TeamCity().Plan(Report(values, "a'] ##teamcity["), _ => null), "/");

        foreach (var kind in new[] { "", "system.", "env." })
        {
            AssertRead(values, [.. said.Skip(1).Select(ReadTeamCity).Where(read => read.Name.StartsWith($"{kind}RELEASE", StringComparison.Ordinal)).Select(read => (read.Name[kind.Length..], read.Value))]);
        }

        Assert.AreEqual("##teamcity[buildNumber 'a|'|] ##teamcity|[']", said[0]);
    }

    [TestMethod]
    [DataRow("refs/heads/fe/%env.SECRET%")]
    [DataRow("%")]
    public void TeamCity_is_told_nothing_that_it_would_take_for_a_reference_to_a_parameter(string value)
    {
        var plan = new TeamCity().Plan(Report([value, "1.2.3"]), _ => null);

        Assert.HasCount(3, Apply(plan, "/").Where(line => line.EndsWith("RELEASE_1' value='1.2.3']", StringComparison.Ordinal)).ToArray());
        Assert.HasCount(3, plan.Steps);
        StringAssert.StartsWith(plan.Remarks.Single().Message, "The variable 'RELEASE_0' is not set: ");
        Assert.AreEqual("RT0112", plan.Remarks.Single().Code);
    }

    [TestMethod]
    public void Jenkins_reads_every_value_as_it_is_and_the_number_from_where_nbgv_writes_it()
    {
        using var folder = new TempFolder();

        Apply(new Jenkins().Plan(Report(Hostile, "1.2.3+77729c0"), name => name == "WORKSPACE" ? folder.Path : null), "/");

        AssertRead(Hostile, [.. File.ReadAllText(folder.At("release.properties")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadProperty)]);
        Assert.AreEqual("1.2.3+77729c0", File.ReadAllText(folder.At("jenkins_build_number.txt")));
    }

    [TestMethod]
    [DataRow("GitLab", "CI_PROJECT_DIR")]
    [DataRow("Bitbucket", "BITBUCKET_CLONE_DIR")]
    public void A_file_without_quotes_holds_a_value_that_needs_none_and_no_other(string host, string place)
    {
        using var folder = new TempFolder();
        var plan = CiHosts.All.Single(one => one.Name == host).Plan(Report(Hostile), name => name == place ? folder.Path : null);

        Apply(plan, "/");

        var read = File.ReadAllText(folder.At("release.env")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.IsTrue(read.All(pair => Hostile[int.Parse(pair.Key.Split('_')[1], CultureInfo.InvariantCulture)] == pair.Value));
        Assert.IsTrue(read.Values.All(value => Harmless.IsMatch(value)), string.Join('\n', read.Values));
        Assert.HasCount(Hostile.Count(value => !Harmless.IsMatch(value)), plan.Remarks);
        Assert.IsTrue(plan.Remarks.All(remark => remark.Code == "RT0112"));
    }

    [TestMethod]
    public void Bitbucket_has_a_file_of_its_own_where_the_step_shares_variables()
    {
        using var folder = new TempFolder();

        Apply(new Bitbucket().Plan(Report(["1.2.3"]), name => name == "BITBUCKET_PIPELINES_VARIABLES_PATH" ? folder.At("variables") : null), "/");

        Assert.AreEqual("RELEASE_0=1.2.3\n", File.ReadAllText(folder.At("variables")));
    }

    [TestMethod]
    public void AppVeyor_gets_each_value_as_an_argument_of_its_own()
    {
        var plan = new AppVeyor().Plan(Report(["a\" -Value b"], "1.2.3"), _ => null);

        CollectionAssert.AreEqual(new[] { "SetVariable", "-Name", "RELEASE_0", "-Value", "a\" -Value b" }, ((CiStep.Start)plan.Steps[0]).Arguments.ToArray());
        CollectionAssert.AreEqual(new[] { "UpdateBuild", "-Version", "1.2.3" }, ((CiStep.Start)plan.Steps[1]).Arguments.ToArray());
    }

    [TestMethod]
    public void A_program_that_is_not_there_is_told_and_stops_nothing()
    {
        var refused = new CiWriter("/", _ => { }).Apply(CiPlan.Of(new CiStep.Start("no-such-program-of-a-host", ["SetVariable"])));

        Assert.AreEqual("RT0114", refused.Single().Code);
    }

    [TestMethod]
    public void A_file_that_cannot_be_written_stops_a_command_and_no_build()
    {
        using var folder = new TempFolder();
        var said = new List<string>();
        var nowhere = Path.Combine(folder.Path, "file", "env");
        folder.Write("file", "");
        var plan = CiPlan.Of(new CiStep.Append(nowhere, GitHubFile.Format, Report(["1"]).Variables), new CiStep.Replace(nowhere, ""), new CiStep.Say("said"));

        Assert.AreEqual("RT0101 RT0101", string.Join(' ', new CiWriter("/", said.Add).Try(plan).Select(refused => refused.Code)));
        Assert.AreEqual("said", said.Single());
        Assert.Throws<IOException>(() => new CiWriter("/", said.Add).Apply(plan));
    }

    [TestMethod]
    public void A_host_that_does_not_say_where_to_write_is_told_of() =>
        Assert.AreEqual("RT0113 RT0113", string.Join(' ', new GitHubActions().Plan(Report(["1"]), _ => null).Remarks.Select(remark => remark.Code)));

    [TestMethod]
    [DataRow("")]
    [DataRow("1A")]
    [DataRow("A B")]
    [DataRow("A=B")]
    [DataRow("A\n")]
    [DataRow("Ä")]
    public void A_name_that_no_shell_reads_is_no_variable(string name) => Assert.ThrowsExactly<ArgumentException>(() => new CiVariable(name, "1"));

    [TestMethod]
    public void What_a_file_says_already_is_not_written_again_and_what_it_no_longer_says_is()
    {
        using var folder = new TempFolder();
        var file = folder.At("env");

        void Tell(string value) => Apply(new GitHubActions().Plan(Report([value]), name => name == "GITHUB_ENV" ? file : null), "/");

        Tell("1");
        var once = File.ReadAllText(file);
        Tell("1");
        Assert.AreEqual(once, File.ReadAllText(file));
        File.AppendAllText(file, "RELEASE_0=2\n");
        Tell("1");
        Assert.AreEqual("1", ReadGitHub(File.ReadAllText(file))[^1].Value, "somebody else had changed it");
    }

    [TestMethod]
    public void A_value_of_others_that_looks_like_ours_does_not_stand_in_for_it()
    {
        using var folder = new TempFolder();
        var file = folder.Write("env", "OTHERS<<X\nRELEASE_0=1\nX\n");

        Apply(new GitHubActions().Plan(Report(["1"]), name => name == "GITHUB_ENV" ? file : null), "/");

        CollectionAssert.AreEqual(new[] { ("OTHERS", "RELEASE_0=1"), ("RELEASE_0", "1") }, ReadGitHub(File.ReadAllText(file)));
    }

    [TestMethod]
    public void Many_who_write_at_the_same_time_write_every_value_whole_and_once()
    {
        const int Writers = 6;
        using var folder = new TempFolder();
        var file = folder.At("env");
        var shared = Enumerable.Range(0, 40).Select(round => new CiVariable($"SHARED_{round}", $"{round}\n{new string('x', 500)}")).ToArray();
        CiVariable[] Own(int writer) => [.. shared.Select((_, round) => new CiVariable($"OWN_{writer}_{round}", new string('y', (writer + 1) * round)))];
        using var start = new Barrier(Writers);

        var threads = Enumerable.Range(0, Writers).Select(writer => new Thread(() =>
        {
            foreach (var (one, other) in shared.Zip(Own(writer)))
            {
                start.SignalAndWait();
                Apply(new GitHubActions().Plan(new([one, other]), name => name == "GITHUB_ENV" ? file : null), "/");
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        CollectionAssert.AreEquivalent(
            shared.Concat(Enumerable.Range(0, Writers).SelectMany(Own)).Select(variable => (variable.Name, variable.Value)).ToArray(),
            ReadGitHub(File.ReadAllText(file)));
    }

    private static CiReport Report(string[] values, string? number = null) => new([.. values.Select((value, i) => new CiVariable($"RELEASE_{i}", value))], number);

    private static List<string> Apply(CiPlan plan, string folder)
    {
        var said = new List<string>();
        Assert.IsEmpty(new CiWriter(folder, said.Add).Apply(plan));
        Assert.IsFalse(said.Any(line => line.Contains('\n', StringComparison.Ordinal) || line.Contains('\r', StringComparison.Ordinal)), "a command is one line");
        return said;
    }

    private static void AssertRead(string[] values, List<(string Name, string Value)> read, params (string Name, string Value)[] others) =>
        CollectionAssert.AreEquivalent(values.Select((value, i) => ($"RELEASE_{i}", value)).Concat(others).ToArray(), read);

    /// <summary>NAME=value, or NAME&lt;&lt;WORD, lines, WORD.</summary>
    private static List<(string Name, string Value)> ReadGitHub(string text)
    {
        var read = new List<(string, string)>();
        var lines = new Queue<string>(text.Split('\n'));

        while (lines.TryDequeue(out var line))
        {
            if (SetsHere.Match(line) is { Success: true } here)
            {
                read.Add((here.Groups[1].Value, here.Groups[2].Value));
            }
            else if (line.Length > 0)
            {
                var parts = line.Split("<<", 2);
                var value = new List<string>();

                while (lines.Dequeue() is var next && next != parts[1])
                {
                    value.Add(next);
                }

                read.Add((parts[0], string.Join('\n', value)));
            }
        }

        return read;
    }

    /// <summary>##vso[area.event key=value;]data, with three things escaped in the data.</summary>
    private static (string Name, string Value) ReadAzure(string line)
    {
        var end = line.IndexOf(']', StringComparison.Ordinal);
        var command = line["##vso[".Length..end];
        var value = line[(end + 1)..].Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal).Replace("%AZP25", "%", StringComparison.Ordinal);
        return command == "build.updatebuildnumber" ? ("build", value) : (command.Split("variable=")[1].Split(';')[0], value);
    }

    /// <summary>##teamcity[message name='value'], with a bar before what means something.</summary>
    private static (string Name, string Value) ReadTeamCity(string line)
    {
        var match = Message.Match(line);
        Assert.IsTrue(match.Success, line);
        return (match.Groups[1].Value, Escaped.Replace(match.Groups[2].Value, escape => escape.Value[1] switch
        {
            'n' => "\n",
            'r' => "\r",
            '0' => ((char)Convert.ToInt32(escape.Value[3..], 16)).ToString(),
            var itself => itself.ToString(),
        }));
    }

    /// <summary>As java.util.Properties.load.</summary>
    private static (string Name, string Value) ReadProperty(string line)
    {
        var (name, text) = line.Split('=', 2) is [var left, var right] ? (left, right.TrimStart(' ', '\t', '\f')) : throw new FormatException(line);
        var value = new StringBuilder();

        for (var i = 0; i < text.Length; i++)
        {
            var isUnicode = text[i] == '\\' && text[i + 1] == 'u';
            value.Append(isUnicode ? (char)Convert.ToInt32(text[(i + 2)..(i + 6)], 16) : text[i] == '\\' ? text[i + 1] : text[i]);
            i += isUnicode ? 5 : text[i] == '\\' ? 1 : 0;
        }

        return (name, value.ToString());
    }

    [GeneratedRegex(@"^([A-Z_0-9]+)=(.*)\z")]
    private static partial Regex SetsHere { get; }

    [GeneratedRegex(@"^##teamcity\[setParameter name='([^']*)' value='((?:[^|'\[\]\r\n]|\|.)*)'\]\z")]
    private static partial Regex Message { get; }

    [GeneratedRegex(@"\|(0x[0-9a-f]{4}|.)")]
    private static partial Regex Escaped { get; }

    [GeneratedRegex(@"^[A-Za-z0-9_.,:/@%+=-]*\z")]
    private static partial Regex Harmless { get; }
}
