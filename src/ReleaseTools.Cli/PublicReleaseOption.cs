using System.CommandLine;
using System.CommandLine.Parsing;

namespace ReleaseTools.Cli;

/// <summary><c>--public-release true|false</c>: the user's word on it.</summary>
internal sealed class PublicReleaseOption : Option<bool?>
{
    public PublicReleaseOption()
        : base("--public-release")
    {
        Description = "Say whether this is a public release, instead of publicReleaseRefSpec.";
        HelpName = "true|false";
        Arity = ArgumentArity.ExactlyOne;
        CustomParser = Read;
    }

    private static bool? Read(ArgumentResult result)
    {
        if (bool.TryParse(result.Tokens[0].Value, out var truth))
        {
            return truth;
        }

        result.AddError($"'{result.Tokens[0].Value}' is neither true nor false");
        return null;
    }
}
