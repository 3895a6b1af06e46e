namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong with a file that carries the version: RT3….</summary>
internal static class StampDiagnostics
{
    public static Diagnostic NotText(string path, string encoding) => Error(
        "RT3001",
        $"The file is not {encoding} text. Save it as UTF-8.",
        new SourceSpot(path, 1, 1));

    public static Diagnostic NotYaml(SourceSpot spot) => Error(
        "RT3002",
        "From here on this cannot be read as YAML. Mend the file at this place.",
        spot);

    public static Diagnostic Template(SourceSpot spot, string expression) => Error(
        "RT3003",
        $"'{expression}' is a template, which another tool fills in. Put a version here, or stamp the file that tool writes.",
        spot);

    public static Diagnostic SeveralDocuments(SourceSpot spot) => Error(
        "RT3004",
        "A second YAML document begins here, and a file that carries the version has one. Split the file.",
        spot);

    public static Diagnostic KeyTwice(SourceSpot spot, string key) => Error(
        "RT3005",
        $"'{key}' is here a second time. Remove one of the two.",
        spot);

    public static Diagnostic NotAString(SourceSpot spot, string key, string found) => Error(
        "RT3006",
        $"'{key}' is {found}, and a version is one string. Write it as in '1.0.0'.",
        spot);

    public static Diagnostic NoKey(SourceSpot spot, string key) => Error(
        "RT3007",
        $"There is no '{key}' in this file. Add one, as in '0.0.0': stamping writes over it.",
        spot);

    public static Diagnostic NotAMapping(SourceSpot spot, string what) => Error(
        "RT3008",
        $"{what} holds no keys. Write it as keys with values.",
        spot);

    public static Diagnostic UnknownKind(string path) => Error(
        "RT3009",
        $"'{path}' is no kind of file that carries a version. Name files called Chart.yaml, package.json or package-lock.json, or list the file under 'stamp' in version.json.");

    public static Diagnostic NotSemVer(string version) => Error(
        "RT3010",
        $"'{version}' is not a version as Semantic Versioning 2.0 defines it, and charts and npm packages take no other. Write three numbers and, if wanted, a prerelease, as in '1.4.0' or '1.4.0-rc.1'.");

    public static Diagnostic NoSuchFile(string path) => Error(
        "RT3011",
        $"There is no file or folder '{path}'. Name one that exists.");

    public static Diagnostic OutsideRepository(string path, string root) => Error(
        "RT3012",
        $"'{path}' leads out of the repository at '{root}'. Name a file that lies in it.");

    public static Diagnostic NothingToStamp(string folder) => Error(
        "RT3013",
        $"No file that carries a version is in '{folder}': no Chart.yaml, and no package.json with a 'version'. Name the files or their folder, for without a path only those count that git tracks, or run this where they are.");

    public static Diagnostic Differs(int values, int files) => new(
        "RT3014",
        Severity.Error,
        ExitCode.No,
        $"{(values == 1 ? "A value" : $"{values} values")} in {(files == 1 ? "one file" : $"{files} files")} differ{(values == 1 ? "s" : "")} from the version. Run 'dotnet release stamp'; with '--version VERSION' where the result is to be committed, since a commit raises a version that counts commits.");

    public static Diagnostic ReadOnlyFile(string path) => World(
        "RT3015",
        $"The file '{path}' is read-only. Make it writable.");

    public static Diagnostic ReadOnlyFolder(string path, string folder) => World(
        "RT3016",
        $"'{path}' cannot be written, because you may not make files in '{folder}'. Change the folder's permissions.");

    public static Diagnostic NotJson(SourceSpot spot) => Error(
        "RT3017",
        "From here on this cannot be read as JSON. Mend the file at this place.",
        spot);

    public static Diagnostic PassedOver(string path, string root) => new(
        "RT3018",
        Severity.Warning,
        ExitCode.Done,
        $"'{path}' is a link that leads out of the repository at '{root}', so it was passed over. Put a file in its place if it is to carry the version.");

    public static Diagnostic NotXml(SourceSpot spot) => Error(
        "RT3019",
        "From here on this cannot be read as XML. Mend the file at this place.",
        spot);

    public static Diagnostic NotToml(SourceSpot spot) => Error(
        "RT3020",
        "From here on this cannot be read as TOML. Mend the file at this place.",
        spot);

    public static Diagnostic WrongCount(SourceSpot spot, string pattern, string found, string expected) => Error(
        "RT3021",
        $"The pattern '{pattern}' matches {found}, and {expected} is asked for. Mend the pattern, or write the number of matches as 'count' in version.json.",
        spot);

    public static Diagnostic NoSuchFiles(SourceSpot spot, string file) => Error(
        "RT3022",
        $"No file that git tracks is '{file}'. Mend the path, add the file to git, or remove the entry.",
        spot);

    public static Diagnostic NoVersionInLine(SourceSpot spot) => Error(
        "RT3023",
        "What is annotated here has no version. Write one, as in '0.0.0', or remove the annotation.",
        spot);

    public static Diagnostic BlockWithoutEnd(SourceSpot spot) => Error(
        "RT3024",
        "A block of versions begins or ends here without its other end. Put 'x-release-start-version' before it and 'x-release-end' behind it.",
        spot);

    public static Diagnostic NothingAnnotated(SourceSpot spot, string entry) => Error(
        "RT3025",
        $"Nothing says where the version stands in this file: its name is of no known kind, and no line has the comment 'x-release-version'. Annotate a line, or add a path or a 'pattern' to the entry at {entry}.",
        spot);

    public static Diagnostic TwoWishes(SourceSpot spot, string first, string second) => Error(
        "RT3026",
        $"Two entries of version.json want other values here, '{first}' and '{second}'. Remove one of them.",
        spot);

    public static Diagnostic PatternTooSlow(SourceSpot spot, string pattern) => Error(
        "RT3027",
        $"The pattern '{pattern}' does not come to an end in a second on this file. Write a simpler one.",
        spot);

    public static Diagnostic TooLarge(string path, string limit) => Error(
        "RT3028",
        $"'{path}' is larger than {limit}, and no file that people keep a version in is. Name another file.");

    public static Diagnostic PassedOverEntries(SourceSpot spot, string complaint) => new(
        "RT3029",
        Severity.Warning,
        ExitCode.Done,
        $"This version.json says nothing of files to stamp, because it cannot be read: {complaint} Mend it if it is meant to be one.",
        spot);

    public static Diagnostic NoMention(SourceSpot spot, string image, bool isOfMany) => Error(
        "RT3030",
        $"{(isOfMany ? "No file that this entry finds" : "Nothing here")} names '{image}' with the tag of a whole version. Add such a place, as in '{image}:1.2.3', or take the entry out of version.json.",
        spot);

    public static Diagnostic PinnedMention(SourceSpot spot, string image) => Error(
        "RT3031",
        $"'{image}' is pinned here by its digest, which another tag would contradict. Take away the digest, or name other files in version.json.",
        spot);

    public static Diagnostic StrayTag(SourceSpot spot, string image, string tag, string tags, string? entry) => new(
        "RT3032",
        Severity.Error,
        ExitCode.No,
        $"'{image}' is named here with the tag '{tag}', and this version is published as '{tags}'. Name one of them,{(entry is null ? "" : $" list this file under 'releaseTools.stamp' with {entry},")} or write 'x-release-keep' into the line if another version is meant.",
        spot);

    public static Diagnostic NoLines(SourceSpot spot) => Error(
        "RT3033",
        "Annotations cannot be added here, because this is not a mapping with each entry on lines of its own. Write it so, without braces and aliases.",
        spot);

    public static Diagnostic MoreStrays(SourceSpot spot, string image, int count) => new(
        "RT3034",
        Severity.Error,
        ExitCode.No,
        $"'{image}' is named from here on with {(count == 1 ? "one more tag" : $"{count} more tags")} that this version is not published under. Mend those above and check again.",
        spot);

    public static Diagnostic NotAFile(string path) => Error(
        "RT3035",
        $"'{path}' is a pipe, a device or a socket, and only a plain file carries a version. Put a file in its place, or name another one.");

    public static Diagnostic LinkInCircle(SourceSpot spot, string path) => Error(
        "RT3036",
        $"'{path}' is a link that leads back to itself. Put a file in its place, or name another one.",
        spot);

    private static Diagnostic Error(string code, string message, SourceSpot? spot = null) => new(code, Severity.Error, ExitCode.Usage, message, spot);

    private static Diagnostic World(string code, string message) => new(code, Severity.Error, ExitCode.World, message);
}
