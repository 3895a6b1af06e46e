using System.Text;

namespace ReleaseTools.Images;

/// <summary>Who asks. The secret leaves it in the header of a request and in no other way.</summary>
/// <param name="User">Empty where the secret is an identity token.</param>
/// <param name="Secret">A password, or an identity token.</param>
/// <param name="Origin">Where it was found, for messages.</param>
internal sealed record RegistryCredential(string User, string Secret, string Origin)
{
    public bool IsIdentityToken => User.Length == 0;

    /// <summary>What stands in a header behind <c>Basic</c>.</summary>
    public string Basic => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Secret}"));

    /// <summary>Words of a stranger who was told the secret.</summary>
    public string Redact(string words) => words.Replace(Secret, "***", StringComparison.Ordinal).Replace(Basic, "***", StringComparison.Ordinal);

    public override string ToString() => Origin;
}
