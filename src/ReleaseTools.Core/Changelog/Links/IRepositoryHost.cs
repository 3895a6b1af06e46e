namespace ReleaseTools.Changelog.Links;

/// <summary>One kind of web site that shows repositories: under which addresses it does.</summary>
internal interface IRepositoryHost
{
    /// <summary>As version.json names it.</summary>
    string Name { get; }

    /// <summary>Whether an address of a remote is one of its own, and how people reach it: null where it is not.</summary>
    Uri? Find(Uri remote);

    string Commit(string home, string hash);

    string Issue(string home, string number);

    /// <summary>Whether a number sign is before the number of an issue alone, because pull requests have numbers of their own and an exclamation mark.</summary>
    bool HasMergeRequests => false;

    string PullRequest(string home, string number);

    string Compare(string home, string from, string to);

    string Tag(string home, string tag);
}
