namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong with a Helm chart and where it goes: RT7050 and on.</summary>
internal static class ChartDiagnostics
{
    public static Diagnostic NoChartYaml(string place) => Error(
        "RT7050",
        $"'{place}' holds no Chart.yaml, so it is no chart. Name the folder of a chart; or mend .helmignore, which may leave the file out.");

    public static Diagnostic NotAMapping(SourceSpot spot) => Error(
        "RT7051",
        "The file holds no keys with values. Write it as keys with values.",
        spot);

    public static Diagnostic MissingField(SourceSpot spot, string key) => Error(
        "RT7052",
        $"The chart has no '{key}', and Helm loads none without. Add it, as in '{key}: {key switch { "apiVersion" => "v2", "version" => "0.0.0", _ => "shop" }}'.",
        spot);

    public static Diagnostic WrongType(SourceSpot spot, string key, string expected, string found) => Error(
        "RT7053",
        $"'{key}' is {found}, and Helm wants {expected}. {(expected == "a text" ? "Put it in quotes." : "Write it so.")}",
        spot);

    public static Diagnostic UnknownField(SourceSpot spot, string key, string? meant) => Warning(
        "RT7054",
        $"Helm knows no '{key}' here, and drops it. {(meant is null ? "Remove it, or put it below 'annotations'." : $"Did you mean '{meant}'?")}",
        spot);

    public static Diagnostic BadApiVersion(SourceSpot spot, string found) => Error(
        "RT7055",
        $"'apiVersion' is '{found}', and there are 'v1' and 'v2'. Write 'v2'.",
        spot);

    public static Diagnostic BadName(SourceSpot spot, string name) => Error(
        "RT7056",
        $"The chart's name '{name}' would be a path. Write a name without slashes that is not only dots.",
        spot);

    public static Diagnostic NameStyle(SourceSpot spot, string name) => Warning(
        "RT7057",
        $"The chart's name '{name}' has other characters than lower-case letters, digits and '-', which registries or Kubernetes may not take. Write it with these.",
        spot);

    public static Diagnostic OtherFolder(SourceSpot spot, string name, string folder) => Warning(
        "RT7058",
        $"The chart is named '{name}' and lies in the folder '{folder}'. Name both alike.",
        spot);

    public static Diagnostic BadVersion(SourceSpot spot, string version) => Error(
        "RT7059",
        $"'{version}' is no version for a chart. Write three numbers and, if wanted, a prerelease, as in '1.4.0' or '1.4.0-rc.1'.",
        spot);

    public static Diagnostic LooseVersion(SourceSpot spot, string version) => Warning(
        "RT7060",
        $"'{version}' is not exactly a version as Semantic Versioning 2.0 defines it, and tools differ in how they take it. Write three numbers without a 'v', as in '1.4.0'.",
        spot);

    public static Diagnostic BadKubeVersion(SourceSpot spot, string range) => Error(
        "RT7061",
        $"'{range}' is no range of versions, so that Helm installs the chart nowhere. Write one, as in '>= 1.28.0-0 < 2.0.0-0'.",
        spot);

    public static Diagnostic BadType(SourceSpot spot, string type) => Error(
        "RT7062",
        $"'type' is '{type}', and there are 'application' and 'library'. Write one of them, or leave it out for the first.",
        spot);

    public static Diagnostic NotInFirstVersion(SourceSpot spot, string key) => Error(
        "RT7063",
        $"'{key}' means nothing in a chart of apiVersion 'v1'. Write 'apiVersion: v2', or remove it.",
        spot);

    public static Diagnostic BadMaintainer(SourceSpot spot, string what) => Error(
        "RT7064",
        $"{what}. Give every maintainer a name, and an address only where it is whole.",
        spot);

    public static Diagnostic BadAddress(SourceSpot spot, string key, string address) => Error(
        "RT7065",
        $"'{address}' in '{key}' is no address. Write a whole one, as in 'https://example.com/shop'.",
        spot);

    public static Diagnostic NoIcon(SourceSpot spot) => Warning(
        "RT7066",
        "The chart has no icon, which lists of charts would show. Add 'icon' with the address of an image.",
        spot);

    public static Diagnostic DependencyMissing(SourceSpot spot, string name) => Warning(
        "RT7067",
        $"The dependency '{name}' is neither in 'charts' nor in Chart.lock. Fetch it, as 'helm dependency update' does, or put it there.",
        spot);

    public static Diagnostic DependencyUnlisted(SourceSpot spot, string name) => Error(
        "RT7068",
        $"The chart '{name}' lies in 'charts' and is not among the dependencies. Add it to 'dependencies' in Chart.yaml, or remove it.",
        spot);

    public static Diagnostic DependencyTwice(SourceSpot spot, string name) => Error(
        "RT7069",
        $"Two dependencies go by the name '{name}'. Give one of them an 'alias'.",
        spot);

    public static Diagnostic BadAlias(SourceSpot spot, string alias) => Error(
        "RT7070",
        $"The alias '{alias}' has other characters than letters, digits, '-' and '_'. Write it with these.",
        spot);

    public static Diagnostic BadIgnorePattern(SourceSpot spot, string pattern) => Error(
        "RT7071",
        $"Helm does not take the pattern '{pattern}': '**' is nothing to it, and a bracket or backslash must be whole. Name the folder or the files with single stars.",
        spot);

    public static Diagnostic NegatedPattern(SourceSpot spot) => Warning(
        "RT7072",
        "To Helm an exclamation mark leaves out everything that the pattern does not match, unless a pattern before it did; git means the opposite. Name what is to be left out.",
        spot);

    public static Diagnostic NotASchema(SourceSpot spot) => Error(
        "RT7073",
        "From here on the schema cannot be read as JSON. Mend the file at this place.",
        spot);

    public static Diagnostic NoTemplates(SourceSpot spot) => Warning(
        "RT7074",
        "The chart has no folder 'templates', so that it installs nothing of its own. Add one.",
        spot);

    public static Diagnostic TemplateExtension(SourceSpot spot, string extension) => Error(
        "RT7075",
        $"A template ends with '{extension}', and Helm knows '.yaml', '.yml', '.tpl' and '.txt'. Rename it, or move it out of 'templates'.",
        spot);

    public static Diagnostic OpenAction(SourceSpot spot, string what) => Error(
        "RT7076",
        $"{what} begins here and does not end. Close it.",
        spot);

    public static Diagnostic OpenBlock(SourceSpot spot, string keyword) => Error(
        "RT7077",
        keyword is "end" or "else" ? $"'{keyword}' belongs to no block. Remove it, or open one before." : $"'{keyword}' has no 'end'. Add one.",
        spot);

    public static Diagnostic NotesElsewhere(SourceSpot spot) => Warning(
        "RT7078",
        "Helm prints 'templates/NOTES.txt' and no other file after an installation. Move or rename this one.",
        spot);

    public static Diagnostic NotACrd(SourceSpot spot, string what) => Error(
        "RT7079",
        $"{what}, and the folder 'crds' is for definitions of custom resources alone. Move it to 'templates'.",
        spot);

    public static Diagnostic RequirementsFile(SourceSpot spot, string file, string other) => Warning(
        "RT7080",
        $"'{file}' is of charts of apiVersion 'v1'. Move what it says to {other}.",
        spot);

    public static Diagnostic LinkOut(string path, string root) => Error(
        "RT7081",
        $"'{path}' is a link that leads out of '{root}', or to nothing, or in a circle. Put the file itself there, or leave the link out by .helmignore.");

    public static Diagnostic NotAFile(string path) => Error(
        "RT7082",
        $"'{path}' is neither a file nor a folder. Remove it from the chart, or leave it out by .helmignore.");

    public static Diagnostic FileTooLarge(string path) => Error(
        "RT7083",
        $"'{path}' is larger than 5 MiB, and Helm loads no such file. Make it smaller, or leave it out by .helmignore.");

    public static Diagnostic ChartTooLarge(string place) => Error(
        "RT7084",
        $"'{place}' holds more than 100 MiB, 20,000 files, 2,000 links or sixteen levels of charts in charts. By .helmignore leave out what is not part of the chart.");

    public static Diagnostic OddPath(string place, string path) => Error(
        "RT7085",
        $"'{place}' holds '{path}', a path that leads elsewhere or that is another on another system. Rename the file, or make the archive anew.");

    public static Diagnostic StrayFile(SourceSpot spot) => Error(
        "RT7086",
        "Only charts may lie in 'charts', as folders or as .tgz files, and Helm loads no chart where something else does. Move this, or leave it out by .helmignore.",
        spot);

    public static Diagnostic SubchartTwice(string one, string other, string name) => Error(
        "RT7087",
        $"'{one}' and '{other}' are both the chart '{name}', and in a package they would lie in one folder. Remove one of them.");

    public static Diagnostic NotAnArchive(string place) => Error(
        "RT7088",
        $"'{place}' is no packaged chart. Name a .tgz file as 'dotnet release chart package' or 'helm package' writes it.");

    public static Diagnostic NotPackaged(SourceSpot spot, string name) => Error(
        "RT7089",
        $"The dependency '{name}' is not in 'charts', so that the package could not be installed. Fetch it before, as 'helm dependency build' does.",
        spot);

    public static Diagnostic NoSuchChart(string path) => Error(
        "RT7090",
        $"There is no chart '{path}'. Name a folder that holds a Chart.yaml, or a .tgz file where one is taken.");

    public static Diagnostic NotAnAddress(string text) => Error(
        "RT7091",
        $"'{text}' is no place for charts. Write it as in 'oci://ghcr.example.test/acme/charts'; the chart's name and version come behind it by themselves.");

    public static Diagnostic OtherChart(string chart, string digest, string wanted) => No(
        "RT7092",
        $"'{chart}' is there already with other content: '{digest}', and this is '{wanted}'. Release another version.");

    public static Diagnostic NotAChart(string place, string found) => No(
        "RT7093",
        $"'{place}' is {found}, which a chart would replace. Push charts to a path of their own, as in 'oci://HOST/PATH/charts'.");

    public static Diagnostic AmongImages(string place, string tag) => Warning(
        "RT7094",
        $"'{place}' holds other things than charts, as '{tag}', and what asks for one of them by 'latest' or by version may get a chart. Push charts to a path of their own.");

    public static Diagnostic NotAnIndex(SourceSpot spot, string what) => Error(
        "RT7095",
        $"{what}, so that nothing can be added to this index. Mend it, or leave '--merge' out to write a new one.",
        spot);

    public static Diagnostic OtherDigest(SourceSpot? spot, string chart) => No(
        "RT7096",
        $"'{chart}' is listed with another digest, so that it was published with other content. Release another version.",
        spot);

    public static Diagnostic NothingToIndex(string folder) => Error(
        "RT7097",
        $"No .tgz file is in '{folder}'. Package charts into it before.");

    public static Diagnostic NotAUrl(string text) => Error(
        "RT7098",
        $"'{text}' is no address that charts are fetched from. Write a whole one, as in 'https://charts.example.test/stable'.");

    public static Diagnostic TooManyValues(SourceSpot spot, int most) => Error(
        "RT7099",
        $"The chart says more than {most} values of itself, aliases counted as often as they are used. Leave some out.",
        spot);

    /// <summary>Whether a warning is advice and no more, which is no error where warnings are.</summary>
    public static bool IsAdvice(Diagnostic diagnostic) => diagnostic.Code is "RT7066";

    private static Diagnostic Error(string code, string message, SourceSpot? spot = null) => new(code, Severity.Error, ExitCode.Usage, message, spot);

    private static Diagnostic Warning(string code, string message, SourceSpot? spot = null) => new(code, Severity.Warning, ExitCode.Usage, message, spot);

    private static Diagnostic No(string code, string message, SourceSpot? spot = null) => new(code, Severity.Error, ExitCode.No, message, spot);
}
