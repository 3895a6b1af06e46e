using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReleaseTools.Commits.Rules;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>Reads one configuration in commitlint's form, and tells all that is wrong with it together.</summary>
internal sealed class LintLayerReader(SourceText source)
{
    private static readonly string[] OwnSettings = ["extends", "rules", "parserPreset", "defaultIgnores", "helpUrl", "scopes"];

    private static readonly string[] ScopeSources = ["projects", "charts", "workspaces"];

    /// <summary>What only JavaScript can say: a configuration that has any of them cannot be followed.</summary>
    private static readonly string[] Programs = ["plugins", "ignores", "$import"];

    /// <summary><c>releaseTools.commits</c> in version.json: every name is known, and config-conventional holds unless it says what it extends.</summary>
    /// <exception cref="ReleaseException">RT2002, RT2007 or RT2102 to RT2108: all that is wrong.</exception>
    public LintLayer ReadOwn(JsonValue root)
    {
        if (Expect(root, "commits", JsonValueKind.Object).Members.FirstOrDefault(member => !OwnSettings.Contains(member.Name)) is { } unknown)
        {
            throw new ReleaseException(ConfigurationDiagnostics.UnknownSetting(source.SpotAt(unknown.NameStart), $"commits.{unknown.Name}", Spelling.Nearest(unknown.Name, OwnSettings) is { } meant ? $"commits.{meant}" : null));
        }

        var layer = Read(root) with { Scopes = [.. root.Members.Where(member => member.Name == "scopes").SelectMany(Scopes)] };
        return root.Members.Any(member => member.Name == "extends") ? layer : layer with { Extends = [new(SharedRules.Names[0], Spot(root))] };
    }

    /// <exception cref="ReleaseException">RT2002 or RT2102 to RT2108: all that is wrong.</exception>
    public LintLayer Read(JsonValue root) => Expect(root, "commitlint", JsonValueKind.Object).Members.Aggregate(new LintLayer(), Apply);

    private LintLayer Apply(LintLayer layer, JsonMember member) => member.Name switch
    {
        _ when Programs.Contains(member.Name) && !IsEmpty(member.Value) => throw new ReleaseException(LintConfigurationDiagnostics.OnlyProgram(source.SpotAt(member.NameStart), member.Name)),
        "extends" => layer with { Extends = [.. OneOrMore(member).Select(item => new ExtendedName(Text(item, "extends"), Spot(item)))] },
        "rules" => Rules(layer, Expect(member.Value, "rules", JsonValueKind.Object)),
        "parserPreset" => layer with { Grammar = Preset(member.Value) },
        "defaultIgnores" => layer with { DefaultIgnores = Flag(member.Value, "defaultIgnores") },
        "helpUrl" => layer with { HelpUrl = Text(member.Value, "helpUrl") },
        _ => layer,
    };

    private IEnumerable<ScopeSource> Scopes(JsonMember member) => OneOrMore(member).Select(item => Array.IndexOf(ScopeSources, item.Text) is >= 0 and var index && item.Kind == JsonValueKind.String
        ? (ScopeSource)index
        : throw WrongKind("scopes", item, $"one of {string.Join(", ", ScopeSources.Select(name => $"'{name}'"))}"));

    private LintLayer Rules(LintLayer layer, JsonValue rules)
    {
        var settings = Complaints.Gather(rules.Members, Rule);

        return layer with
        {
            Rules = [.. settings.OfType<RuleSetting>()],
            Off = [.. rules.Members.Zip(settings).Where(rule => rule.Second is null).Select(rule => rule.First.Name)],
        };
    }

    /// <returns>Null for a rule that is switched off.</returns>
    private RuleSetting? Rule(JsonMember member)
    {
        var rule = LintRules.Find(member.Name)
            ?? throw new ReleaseException(LintConfigurationDiagnostics.UnknownRule(source.SpotAt(member.NameStart), member.Name, Spelling.Nearest(member.Name, LintRules.All.Select(one => one.Name))));

        var items = member.Value.Kind == JsonValueKind.Array ? member.Value.Items : throw NotASetting(member);

        if (items is not [{ Kind: JsonValueKind.Number, Text: "0" or "1" or "2" } level, .. var rest] || rest.Length > 2)
        {
            throw NotASetting(member);
        }

        if (rest is [{ } condition, ..] && condition is not { Kind: JsonValueKind.String, Text: "always" or "never" })
        {
            throw NotASetting(member);
        }

        return level.Text == "0" ? null
            : rest is [] ? throw NotASetting(member)
            : new(rule, level.Text == "2" ? Severity.Error : Severity.Warning, rest[0].Text == "never") { Value = rest is [_, var value] ? Value(rule, value) : RuleValue.None };
    }

    private RuleValue Value(ILintRule rule, JsonValue value) => rule.Takes switch
    {
        RuleValueKind.Number => RuleValue.Of(
            value.Kind == JsonValueKind.Number && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(rule, value, "a whole number")),
        RuleValueKind.Text => RuleValue.Of(value.Kind == JsonValueKind.String ? value.Text : throw Wrong(rule, value, "a string")),
        RuleValueKind.Texts => RuleValue.Of(Texts(rule, value)),
        RuleValueKind.Scopes when value.Kind == JsonValueKind.Object => new() { Texts = Texts(rule, Member(rule, value, "scopes")), Delimiters = Delimiters(rule, value) },
        RuleValueKind.Scopes => RuleValue.Of(Texts(rule, value)),
        RuleValueKind.ScopeCases when value.Kind == JsonValueKind.Object => new() { Cases = Cases(rule, Member(rule, value, "cases")), Delimiters = Delimiters(rule, value) },
        RuleValueKind.Cases or RuleValueKind.ScopeCases => new() { Cases = Cases(rule, value) },
        _ => RuleValue.None,
    };

    private ImmutableArray<string> Texts(ILintRule rule, JsonValue value) => value.Kind == JsonValueKind.Array && value.Items.All(item => item.Kind == JsonValueKind.String)
        ? [.. value.Items.Select(item => item.Text)]
        : throw Wrong(rule, value, "a list of strings");

    private ImmutableArray<string> Delimiters(ILintRule rule, JsonValue value) =>
        value.Members.FirstOrDefault(member => member.Name == "delimiters") is { } delimiters ? Texts(rule, delimiters.Value) : [];

    private JsonValue Member(ILintRule rule, JsonValue value, string name) =>
        value.Members.LastOrDefault(member => member.Name == name)?.Value ?? throw Wrong(rule, value, $"an object with '{name}'");

    private ImmutableArray<CaseChoice> Cases(ILintRule rule, JsonValue value) => value.Kind == JsonValueKind.Array ? [.. value.Items.Select(item => Case(rule, item))] : [Case(rule, value)];

    private CaseChoice Case(ILintRule rule, JsonValue value)
    {
        var name = value.Kind == JsonValueKind.Object ? Member(rule, value, "case") : value;
        var choice = name.Kind == JsonValueKind.String ? CaseChoice.Find(name.Text) : null;
        var isNegated = value.Members.LastOrDefault(member => member.Name == "when") is { Value.Text: "never" };
        return choice is null ? throw Wrong(rule, name, $"one of {string.Join(", ", CaseChoice.Names)}") : choice with { IsNegated = isNegated };
    }

    private static CommitGrammar? FindPreset(string name) => name switch
    {
        "conventional-changelog-conventionalcommits" => CommitGrammar.Conventional,
        "conventional-changelog-angular" => CommitGrammar.Angular,
        _ => null,
    };

    private static HeaderForm? PresetHeader(JsonValue preset) =>
        preset.Members.LastOrDefault(member => member.Name == "name") is { Value: { Kind: JsonValueKind.String, Text: var name } } ? FindPreset(name)?.Header : null;

    private GrammarSetting? Preset(JsonValue preset) => preset.Kind switch
    {
        JsonValueKind.String => FindPreset(preset.Text) is { } known
            ? GrammarSetting.Of(known)
            : throw new ReleaseException(LintConfigurationDiagnostics.UnknownPreset(Spot(preset), preset.Text)),

        // A name beside the options loads nothing.
        JsonValueKind.Object => preset.Members.LastOrDefault(member => member.Name == "parserOpts") is { } options
            ? Expect(options.Value, "parserOpts", JsonValueKind.Object).Members.Aggregate(new GrammarSetting(), (grammar, option) => Option(grammar, option, PresetHeader(preset)))
            : null,
        _ => throw WrongKind("parserPreset", preset, "a string or an object"),
    };

    /// <param name="presetHeader">That of the preset which is named beside the options.</param>
    private GrammarSetting Option(GrammarSetting grammar, JsonMember member, HeaderForm? presetHeader) => (member.Name, member.Value) switch
    {
        ("noteKeywords", var list) => grammar with { NoteKeywords = Strings(member, list) },
        ("issuePrefixes", var list) => grammar with { IssuePrefixes = Strings(member, list) },
        ("issuePrefixesCaseSensitive", var flag) => grammar with { IssuePrefixesCaseSensitive = Flag(flag, member.Name) },
        ("referenceActions", var list) => grammar with { ReferenceActions = Strings(member, list) },

        // All that 'commitlint --print-config json' leaves of a regular expression.
        ("headerPattern" or "breakingHeaderPattern", { Kind: JsonValueKind.Object, Members: [] }) when presetHeader is { } header => grammar with { Header = header },
        ("headerPattern", { Text: @"^(\w*)(?:\((.*)\))?!?: (.*)$" }) => grammar with { Header = grammar.Header ?? HeaderForm.OptionalMark },
        ("headerPattern", { Text: @"^(\w*)(?:\((.*)\))?: (.*)$" }) => grammar with { Header = grammar.Header ?? HeaderForm.NoMark },
        ("breakingHeaderPattern", { Text: @"^(\w*)(?:\((.*)\))?!: (.*)$" }) => grammar with { Header = HeaderForm.MarkFirst },
        ("headerCorrespondence", { Items: [{ Text: "type" }, { Text: "scope" }, { Text: "subject" }] }) => grammar,
        ("revertPattern" or "revertCorrespondence" or "mergeCorrespondence" or "commentChar", _) => grammar,
        _ => throw new ReleaseException(LintConfigurationDiagnostics.UnknownOption(source.SpotAt(member.NameStart), member.Name)),
    };

    /// <summary>Of an empty list commitlint makes an expression that finds something anywhere.</summary>
    private ImmutableArray<string> Strings(JsonMember member, JsonValue list) => list is { Kind: JsonValueKind.Array, Items: not [] }
        ? [.. list.Items.Select(item => Text(item, member.Name).Trim())]
        : throw WrongKind(member.Name, list, "a list of one string or more");

    private static bool IsEmpty(JsonValue value) => value is { Kind: JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null, Items: [], Members: [] };

    private static ImmutableArray<JsonValue> OneOrMore(JsonMember member) => member.Value.Kind == JsonValueKind.Array ? member.Value.Items : [member.Value];

    private bool Flag(JsonValue value, string key) => value.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw WrongKind(key, value, "true or false"),
    };

    private string Text(JsonValue value, string key) => Expect(value, key, JsonValueKind.String).Text;

    private JsonValue Expect(JsonValue value, string key, JsonValueKind kind) => value.Kind == kind ? value : throw WrongKind(key, value, Say(kind, "a value"));

    private ReleaseException WrongKind(string key, JsonValue value, string expected) =>
        new(ConfigurationDiagnostics.WrongKind(Spot(value), key, expected, Say(value.Kind, value.Text)));

    private ReleaseException NotASetting(JsonMember member) => new(LintConfigurationDiagnostics.NotASetting(Spot(member.Value), member.Name));

    private ReleaseException Wrong(ILintRule rule, JsonValue value, string expected) => new(LintConfigurationDiagnostics.WrongValue(Spot(value), rule.Name, Say(value.Kind, value.Text), expected));

    private SourceSpot Spot(JsonValue value) => source.SpotAt(value.Start);

    private static string Say(JsonValueKind kind, string text) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        JsonValueKind.String when text == "a value" => "a string",
        JsonValueKind.String => $"'{Excerpt.Of(text)}'",
        _ => Excerpt.Of(text),
    };
}
