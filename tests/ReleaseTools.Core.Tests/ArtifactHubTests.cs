using System.Collections.Immutable;
using ReleaseTools.Charts;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ArtifactHubTests
{
    private static readonly ImmutableArray<ChartChange> Changes = [new("added", "Search: by name"), new("fixed", "\"quotes\" & # signs\u001b[31m")];
    private static readonly ImmutableArray<ChartImage> Images = [new("api", "ghcr.io/acme/api:1.4.0")];

    private const string ChangeList = "- kind: added\n  description: \"Search: by name\"\n- kind: fixed\n  description: \"\\\"quotes\\\" & # signs\\u001b[31m\"\n";
    private const string ImageList = "- name: api\n  image: \"ghcr.io/acme/api:1.4.0\"\n";

    [TestMethod]
    [DataRow("name: a\nversion: 1.0.0\n", DisplayName = "no annotations")]
    [DataRow("# on top\n---\nname: a # trailing\nversion: 1.0.0", DisplayName = "no annotations and no last line end")]
    [DataRow("name: a\r\nversion: 1.0.0\r\n...\r\n", DisplayName = "CRLF and an end of the document")]
    [DataRow("\ufeffname: a\n", DisplayName = "a byte order mark")]
    [DataRow("  name: a\n  version: 1.0.0\n", DisplayName = "indented")]
    [DataRow("annotations:\n  category: Database # kept\n  other: |\n    - a\n", DisplayName = "annotations of its own")]
    [DataRow("name: a\nannotations:\n      # a remark\n      category: Database\nversion: 1.0.0\n", DisplayName = "annotations with a remark, deep")]
    [DataRow("name: a\nannotations:\nversion: 1.0.0\n", DisplayName = "annotations without a value")]
    [DataRow("name: a\nannotations: # none yet\nversion: 1.0.0\n", DisplayName = "annotations with a remark only")]
    [DataRow("name: a\nversion: 1.0.0\nannotations: ~", DisplayName = "annotations that are null")]
    public void The_annotations_are_added_and_nothing_else_changes(string text)
    {
        var chart = ChartYaml.Parse(SourceText.Parse("Chart.yaml", System.Text.Encoding.UTF8.GetBytes(text)));

        var annotated = ArtifactHub.Annotate(chart, Changes, Images);

        Assert.AreEqual(ChangeList, Annotation(annotated, "artifacthub.io/changes"));
        Assert.AreEqual(ImageList, Annotation(annotated, "artifacthub.io/images"));
        Assert.IsTrue(chart.Root.Entries.All(entry => entry.Key.Text == "annotations" || annotated.Text(entry.Key.Text) == entry.Value.Text));

        var left = annotated.Source.Text.Split('\n').ToList();
        Assert.IsTrue(chart.Source.Text.Split('\n').All(line => line.Contains('~', StringComparison.Ordinal) || left.Remove(line)), annotated.Source.Text);
    }

    [TestMethod]
    public void What_a_chart_says_itself_stays()
    {
        var chart = ChartYaml.Parse(SourceText.From("Chart.yaml", "annotations:\n  artifacthub.io/changes: mine\n"));

        var annotated = ArtifactHub.Annotate(chart, Changes, Images);

        Assert.AreEqual("mine", Annotation(annotated, "artifacthub.io/changes"));
        Assert.AreEqual(ImageList, Annotation(annotated, "artifacthub.io/images"));
    }

    [TestMethod]
    public void Nothing_to_tell_changes_nothing()
    {
        var chart = ChartYaml.Parse(SourceText.From("Chart.yaml", "{ name: a }"));

        Assert.AreSame(chart, ArtifactHub.Annotate(chart, [], []));
    }

    [TestMethod]
    [DataRow("{ name: a }", "RT3033")]
    [DataRow("name: a\nannotations: { category: b }", "RT3033")]
    [DataRow("name: a\nannotations: text", "RT3008")]
    [DataRow("x: &x { a: b }\nannotations: *x\n", "RT3033")]
    public void What_is_no_mapping_in_lines_is_an_error_with_its_place(string text, string code)
    {
        var stop = Assert.ThrowsExactly<ReleaseException>(() => ArtifactHub.Annotate(ChartYaml.Parse(SourceText.From("Chart.yaml", text)), Changes, Images));

        Assert.AreEqual(code, stop.Diagnostics.Single().Code);
        Assert.AreEqual("Chart.yaml", stop.Diagnostics.Single().Spot!.File);
    }

    [TestMethod]
    [DataRow("image:\n  repository: ghcr.io/acme/api\n", "ghcr.io/acme/api:1.4.0", DisplayName = "the application's version where no tag is given")]
    [DataRow("image:\n  repository: acme/api\n  registry: ghcr.io\n  tag: \"7\"\n  digest: sha256:00\n", "ghcr.io/acme/api:7@sha256:00")]
    [DataRow("a:\n  - image: acme/one:1\n  - image: localhost:5000/two\nb: { image: acme/one:1 }\n", "acme/one:1 localhost:5000/two", DisplayName = "whole references, each once")]
    [DataRow("repository: https://charts.example.test\nimage: \"{{ .Values.x }}\"\nother: { repository: [a] }\n", "")]
    [DataRow("x: &x\n  repository: &r acme/api\n  tag: 1.0.0\ny:\n  repository: *r\n  tag: 2.0.0\n", "acme/api:1.0.0 acme/api:2.0.0")]
    [DataRow("", "")]
    [DataRow("image: acme/side@sha256:00\n", "acme/side@sha256:00")]
    [DataRow("a: { image: true }\nb: { image: logo.png }\nc: { image: 1.5 }\nd: { image: 'nginx:1' }\n", "nginx:1", DisplayName = "a word, a number and a truth value name no image")]
    [DataRow("git: { repository: acme/api }\nsideImage: { repository: acme/side }\nx: { repository: acme/x, pullPolicy: Always }\n", "acme/side:1.4.0 acme/x:1.4.0", DisplayName = "a repository alone may be one of anything")]
    [DataRow("image: 'acme/api:{{ .Chart.AppVersion }}'\nx: { repository: acme/x, tag: '{{ .x }}' }\ny: { image: \"acme/y:1\\nz\" }\n", "")]
    [DataRow("image: { repository: acme/api, digest: 'sha256:00' }\n", "acme/api@sha256:00")]
    [DataRow("base: &b { registry: ghcr.io, tag: 7 }\nimage: { <<: *b, repository: acme/api }\nmore: { image: { <<: [*b, { tag: 8 }], repository: acme/x } }\n", "ghcr.io/acme/api:7 ghcr.io/acme/x:7")]
    [DataRow("base: &b { repository: acme/api }\nimage: *b\n", "acme/api:1.4.0")]
    [DataRow("redis:\n  image: { repository: bitnami/redis }\na: { redis: { image: acme/cache:1 } }\n", "acme/cache:1", DisplayName = "a dependency has images of its own")]
    public void Images_are_read_from_the_values(string values, string expected)
    {
        var images = ChartImage.In(YamlLocator.Parse(SourceText.From("values.yaml", values)), "1.4.0", new HashSet<string> { "redis" });

        Assert.AreEqual(expected, string.Join(' ', images.Select(image => image.Reference)));
    }

    private static string Annotation(ChartYaml chart, string key) => YamlLocator.Find(chart.Source, chart.Root, "annotations", key)!.Text;
}
