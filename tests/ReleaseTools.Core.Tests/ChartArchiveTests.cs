using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using ReleaseTools.Charts;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Tests;

/// <summary>Packages of strangers: what other programs write is read, and what is meant to harm is refused.</summary>
[TestClass]
public sealed class ChartArchiveTests
{
    private const string Chart = "apiVersion: v2\nname: shop\nversion: 1.0.0\n";

    [TestMethod]
    [DataRow(TarEntryFormat.Pax)]
    [DataRow(TarEntryFormat.Gnu)]
    [DataRow(TarEntryFormat.Ustar)]
    [DataRow(TarEntryFormat.V7)]
    public void Every_form_of_archive_is_read(TarEntryFormat format)
    {
        var name = format is TarEntryFormat.V7 ? "shop/a.txt" : $"shop/{new string('d', 90)}/{new string('n', 60)}.txt";
        var odd = format is TarEntryFormat.Pax or TarEntryFormat.Gnu ? $"shop/{new string('ü', 200)}" : "shop/b.txt";

        var archive = ChartArchive.Parse("x.tgz", Tar(format, ("shop/Chart.yaml", Chart), (name, "a"), (odd, "b")));

        CollectionAssert.AreEquivalent(new[] { "Chart.yaml", name[5..], odd[5..] }, archive.Source.Files.Select(file => file.Path).ToArray());
        Assert.AreEqual(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), archive.Date);
        Assert.AreEqual(Chart, Encoding.UTF8.GetString(archive.Source.Find("Chart.yaml")!.Content.Span));
    }

    [TestMethod]
    public void What_is_written_here_is_read_by_others_and_here()
    {
        var paths = new[] { "Chart.yaml", new string('a', 94), new string('b', 95), new string('c', 96), $"{new string('d', 149)}/{new string('e', 99)}", $"{new string('f', 150)}/{new string('g', 101)}", "ü/ö", "files/" + string.Join('/', Enumerable.Repeat("deep", 80)) };
        var package = ChartPackage.Of(new ChartSource("shop", [.. paths.Select(path => new ChartFile(path, Encoding.UTF8.GetBytes(path == "Chart.yaml" ? Chart : path)))]), DateTimeOffset.FromUnixTimeSeconds(1767225600));

        using var reader = new TarReader(new GZipStream(new MemoryStream(package.Bytes), CompressionMode.Decompress));
        var names = new List<string>();

        while (reader.GetNextEntry() is { } entry)
        {
            names.Add(entry.Name);
            Assert.AreEqual(entry.Name == "shop/Chart.yaml" ? Chart : entry.Name[5..], new StreamReader(entry.DataStream!).ReadToEnd());
        }

        CollectionAssert.AreEquivalent(paths.Select(path => $"shop/{path}").ToArray(), names);
        CollectionAssert.AreEquivalent(paths, ChartArchive.Parse("x.tgz", package.Bytes).Source.Files.Select(file => file.Path).ToArray());
    }

    [TestMethod]
    [DataRow("shop/../../etc/passwd", "RT7085")]
    [DataRow("/etc/passwd", "", DisplayName = "the first folder goes, whatever its name")]
    [DataRow("shop//etc/passwd", "RT7085")]
    [DataRow("shop/C:/windows", "RT7085")]
    [DataRow("shop\\..\\x", "RT7085")]
    [DataRow("Chart.yaml", "RT7085")]
    [DataRow("shop/a\nb", "RT7085")]
    public void A_path_that_leads_elsewhere_is_refused(string path, string code) =>
        Assert.AreEqual(code, Refusal(() => ChartArchive.Parse("x.tgz", Tar(TarEntryFormat.Pax, ("shop/Chart.yaml", Chart), (path, "x")))));

    [TestMethod]
    public void Links_and_devices_are_passed_over()
    {
        using var bytes = new MemoryStream();

        using (var writer = new TarWriter(bytes, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "shop/link") { LinkName = "/etc/passwd" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "shop/"));
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "shop/Chart.yaml") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(Chart)) });
        }

        Assert.AreEqual("Chart.yaml", ChartArchive.Parse("x.tgz", Zip(bytes.ToArray())).Source.Files.Single().Path);
    }

    [TestMethod]
    public void What_is_no_archive_or_a_damaged_one_is_refused()
    {
        var whole = Tar(TarEntryFormat.Ustar, ("shop/Chart.yaml", Chart), ("shop/a.txt", new string('a', 5000)));

        Assert.AreEqual("RT7088", Refusal(() => ChartArchive.Parse("x.tgz", Encoding.UTF8.GetBytes("no archive"))));
        Assert.AreEqual("RT7088", Refusal(() => ChartArchive.Parse("x.tgz", ReadOnlyMemory<byte>.Empty)));
        Assert.AreEqual("RT7088", Refusal(() => ChartArchive.Parse("x.tgz", Zip(Encoding.UTF8.GetBytes(new string('x', 2000))))));
        Assert.AreEqual("RT7088", Refusal(() => ChartArchive.Parse("x.tgz", Zip(new byte[2000]))));

        var random = new Random(7);

        for (var i = 0; i < 300; i++)
        {
            var damaged = whole.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            Refusal(() => ChartArchive.Parse("x.tgz", i % 2 == 0 ? damaged : whole.AsMemory(0, random.Next(whole.Length))));
        }
    }

    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    public void A_small_file_that_unpacks_to_a_huge_one_is_refused()
    {
        var bomb = Zip(new byte[300_000_000]);
        var huge = Tar(TarEntryFormat.Ustar, ("shop/Chart.yaml", Chart), ("shop/a", new string('a', 6_000_000)));
        var many = Tar(TarEntryFormat.Ustar, [("shop/Chart.yaml", Chart), .. Enumerable.Range(0, 30).Select(i => ($"shop/{i}", new string('a', 4_000_000)))]);

        Assert.AreEqual("RT7084", Refusal(() => ChartArchive.Parse("x.tgz", bomb)));
        Assert.AreEqual("RT7083", Refusal(() => ChartArchive.Parse("x.tgz", huge)));
        Assert.AreEqual("RT7084", Refusal(() => ChartArchive.Parse("x.tgz", many)));
    }

    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    public void Archives_in_archives_have_one_bound_together()
    {
        var inner = Zip20();
        var files = Enumerable.Range(0, 8).Select(i => new ChartFile($"charts/a{i}-1.0.0.tgz", inner)).Prepend(new ChartFile("Chart.yaml", Encoding.UTF8.GetBytes(Chart)));

        Assert.AreEqual("RT7084", Refusal(() => ChartPackage.Of(new ChartSource("shop", [.. files]), DateTimeOffset.UnixEpoch)));

        var nested = Tar(TarEntryFormat.Ustar, ("shop/Chart.yaml", Chart));

        for (var i = 0; i < 30; i++)
        {
            nested = TarBytes(("shop/Chart.yaml", Encoding.UTF8.GetBytes(Chart)), ("shop/charts/a.tgz", nested));
        }

        Assert.AreEqual("RT7084", Refusal(() => ChartPackage.Of(ChartArchive.Parse("x.tgz", nested).Source, DateTimeOffset.UnixEpoch)));

        static byte[] Zip20() => Tar(TarEntryFormat.Ustar, [("a/Chart.yaml", Chart), .. Enumerable.Range(0, 5).Select(i => ($"a/{i}", new string('a', 4_000_000)))]);
    }

    /// <summary>The code; empty where nothing is refused.</summary>
    private static string Refusal(Action action)
    {
        try
        {
            action();
            return "";
        }
        catch (ReleaseException stop)
        {
            return stop.Diagnostics[0].Code;
        }
    }

    private static byte[] Tar(TarEntryFormat format, params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();

        using (var writer = new TarWriter(bytes, format, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                System.Formats.Tar.TarEntry entry = format switch
                {
                    TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
                    _ => new UstarTarEntry(TarEntryType.RegularFile, name),
                };
                entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text));
                entry.ModificationTime = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
                writer.WriteEntry(entry);
            }
        }

        return Zip(bytes.ToArray());
    }

    private static byte[] TarBytes(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();

        using (var writer = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }

        return Zip(bytes.ToArray());
    }

    private static byte[] Zip(byte[] content)
    {
        using var bytes = new MemoryStream();

        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(content);
        }

        return bytes.ToArray();
    }
}
