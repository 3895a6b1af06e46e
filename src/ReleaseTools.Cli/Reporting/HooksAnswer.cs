using ReleaseTools.Hooks;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints what became of a repository's hooks.</summary>
internal static class HooksAnswer
{
    public static void Write(Terminal terminal, HookPlan plan, string root)
    {
        foreach (var change in plan.Files)
        {
            terminal.Out.WriteLine(HarmlessText.Line($"{NameOf(change.File, root)}: {WordsFor(change, plan)}"));
        }

        if (plan.Attributes is { } attributes)
        {
            terminal.Out.WriteLine(HarmlessText.Line($"{NameOf(attributes.File, root)}: {(attributes.IsRemoved ? "removed" : "written")}."));
        }

        if (plan.HooksPath is { } path)
        {
            terminal.Out.WriteLine(path.Length == 0 ? "core.hooksPath: unset." : $"core.hooksPath: {path}, in this repository's configuration.");
        }

        foreach (var tree in plan.AlsoWithout)
        {
            terminal.Note($"git runs no hooks in '{HarmlessText.From(tree)}' any more either.");
        }

        if (plan.HooksPath == HookPlan.Husky)
        {
            terminal.Note($"Commit {HookPlan.Husky}: git runs the hooks where they are there, in no branch or worktree that lacks them.");
        }
    }

    public static void WriteJson(TextWriter output, HookPlan plan, string root) => JsonAnswer.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("changed", !plan.ChangesNothing);
        writer.WriteString("hooksPath", plan.HooksPath);
        writer.WriteBoolean("attributesWritten", plan.Attributes is { IsRemoved: false });
        writer.WriteBoolean("attributesRemoved", plan.Attributes is { IsRemoved: true });
        JsonText.WriteObjects(writer, "alsoWithout", plan.AlsoWithout, tree => writer.WriteString("workingTree", tree));
        JsonText.WriteObjects(writer, "hooks", plan.Files, change =>
        {
            writer.WriteString("hook", change.Hook.Name);
            writer.WriteString("file", NameOf(change.File, root));
            writer.WriteBoolean("changed", !change.ChangesNothing);
            writer.WriteBoolean("left", change.IsLeft || change.IsShared);
            writer.WriteBoolean("madeExecutable", change.IsSwitchedOn);
        });
        writer.WriteEndObject();
    });

    private static string WordsFor(HookChange change, HookPlan plan) => change switch
    {
        { IsShared: true } when plan.HooksPath is not null => "stays, since git tracks it.",
        { IsShared: true } => "stays, since git tracks it. Take the lines out of it and commit that.",
        { IsLeft: true } => "stays, since the lines that run the check are not as installing wrote them. Take them out by hand.",
        { ChangesNothing: true } when plan.ChangesNothing => "nothing to do.",
        { Text: null, IsChanged: false } => "not there.",
        { Text: null } => "removed.",
        { IsSwitchedOn: true } => "made executable, so that git runs it.",
        { IsChanged: false } => "there already.",
        _ => "written.",
    };

    private static string NameOf(string file, string root) => Path.GetRelativePath(root, file).Replace('\\', '/');
}
