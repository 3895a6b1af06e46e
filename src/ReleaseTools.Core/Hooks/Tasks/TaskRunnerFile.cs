using System.Collections.Immutable;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Hooks.Tasks;

/// <summary>What a task-runner.json says, read as Husky.Net reads it: names without case, numbers and truth values for texts, and what is not known passed by.</summary>
internal sealed record TaskRunnerFile(ImmutableArray<HookTask> Tasks, ImmutableArray<HookVariable> Variables)
{
    public const string Name = "task-runner.json";

    /// <exception cref="ReleaseException">RT4210 or RT4211: it is no JSON, or a value is of the wrong kind.</exception>
    public static TaskRunnerFile Parse(SourceText source, bool isWindows)
    {
        var root = JsonLocator.Parse(source, HookDiagnostics.TasksAreNoJson);
        return new(
            [.. Items(source, root, "tasks").Select(task => Task(source, task, isWindows))],
            [.. Items(source, root, "variables").Select(variable => Variable(source, variable))]);
    }

    private static HookTask Task(SourceText source, JsonValue value, bool isWindows)
    {
        var task = Object(source, value).Members.Aggregate(new HookTask(source.SpotAt(value.Start)), (task, member) => Setting(source, task, member));

        // What it says of Windows goes over the rest, member by member.
        return isWindows && Find(value, "windows") is { } windows ? Object(source, windows).Members.Aggregate(task, (task, member) => Setting(source, task, member)) : task;
    }

    private static HookTask Setting(SourceText source, HookTask task, JsonMember member) => member.Value.Kind == JsonValueKind.Null ? task : member.Name.ToLowerInvariant() switch
    {
        "name" => task with { Name = Text(source, member.Value) },
        "command" => task with { Command = Text(source, member.Value) },
        "args" => task with { Args = Texts(source, member.Value) },
        "group" => task with { Group = Text(source, member.Value) },
        "branch" => task with { Branch = Text(source, member.Value) },
        "cwd" => task with { Cwd = Text(source, member.Value), CwdSpot = source.SpotAt(member.Value.Start) },
        "include" => task with { Files = task.Files with { Include = Texts(source, member.Value) } },
        "exclude" => task with { Files = task.Files with { Exclude = Texts(source, member.Value) } },
        "pathmode" => task with { IsAbsolute = Choice(source, member.Value, "relative", "absolute") == 1 },
        "output" => task with { Output = (TaskOutput)Choice(source, member.Value, "always", "verbose", "never") },
        "filteringrule" => task with { NeedsStagedFile = Choice(source, member.Value, "variable", "staged") == 1 },
        _ => task,
    };

    private static HookVariable Variable(SourceText source, JsonValue value)
    {
        Object(source, value);

        return new(
            source.SpotAt(value.Start),
            Find(value, "name") is { } name ? Text(source, name) : "",
            Find(value, "command") is { } command ? Text(source, command) : null,
            Find(value, "args") is { } args ? Texts(source, args) : [],
            Find(value, "cwd") is { } cwd ? Text(source, cwd) : null,
            Find(value, "cwd") is { } place ? source.SpotAt(place.Start) : null,
            Find(value, "staged") is { } staged && Choice(source, staged, "false", "true") == 1);
    }

    private static JsonValue? Find(JsonValue value, string name) =>
        value.Members.LastOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && member.Value.Kind != JsonValueKind.Null)?.Value;

    private static ImmutableArray<JsonValue> Items(SourceText source, JsonValue root, string name) => Find(Object(source, root), name) is { } list ? List(source, list) : [];

    private static ImmutableArray<string> Texts(SourceText source, JsonValue value) => [.. List(source, value).Select(item => Text(source, item))];

    private static JsonValue Object(SourceText source, JsonValue value) => value.Kind == JsonValueKind.Object ? value : throw Wrong(source, value, "an object");

    private static ImmutableArray<JsonValue> List(SourceText source, JsonValue value) => value.Kind == JsonValueKind.Array ? value.Items : throw Wrong(source, value, "a list");

    private static string Text(SourceText source, JsonValue value) => value.Kind is JsonValueKind.Object or JsonValueKind.Array ? throw Wrong(source, value, "a text") : value.Text;

    private static int Choice(SourceText source, JsonValue value, params string[] choices) =>
        Array.FindIndex(choices, choice => choice.Equals(Text(source, value), StringComparison.OrdinalIgnoreCase)) is >= 0 and var chosen
            ? chosen
            : throw Wrong(source, value, "one of " + string.Join(", ", choices.Select(choice => $"'{choice}'")));

    private static ReleaseException Wrong(SourceText source, JsonValue value, string expected) => new(HookDiagnostics.WrongTaskValue(source.SpotAt(value.Start), expected));
}
