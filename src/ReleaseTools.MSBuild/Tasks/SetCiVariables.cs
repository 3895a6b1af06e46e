using Microsoft.Build.Framework;
using ReleaseTools.Adapters.Ci;
using ReleaseTools.Text;

namespace ReleaseTools.MSBuild.Tasks;

/// <summary>Tells the CI host about the version, once per build for all projects that say the same.</summary>
[MSBuildMultiThreadableTask]
public sealed class SetCiVariables : ReleaseTask
{
    /// <summary>A name, an equals sign and a value each.</summary>
    public string[] Variables { get; set; } = [];

    /// <summary>What the host is to call the build; or empty.</summary>
    public string BuildNumber { get; set; } = "";

    private protected override void Run()
    {
        var said = CiHosts.Said(Environment.GetEnvironmentVariable);

        if (CiHosts.Find(said) is { } host && (Variables is not [] || BuildNumber.Length > 0))
        {
            OncePerBuild((host, string.Join('\n', Variables), BuildNumber), () => Tell(host, said));
        }
    }

    private bool Tell(ICiHost host, Func<string, string?> said)
    {
        var plan = host.Plan(new([.. Variables.Select(Parse)], BuildNumber.Length > 0 ? BuildNumber : null), said);

        // As it is: a host reads it off the log, so it must be there at every verbosity that shows anything.
        var refused = new CiWriter(ProjectFolder, line => Log.LogMessage(MessageImportance.High, "{0}", line)).Try(plan);

        // Not warnings: many builds turn those into errors, and a host that does not listen spoils no build.
        foreach (var remark in plan.Remarks.Concat(refused))
        {
            Log.LogMessage(MessageImportance.High, "{0}: {1}", remark.Code, HarmlessText.From(remark.Message));
        }

        return true;
    }

    private static CiVariable Parse(string variable) => variable.Split('=', 2) is [var name, var value] ? new(name, value) : throw new ArgumentException($"'{variable}' has no value");
}
