using System.Text.RegularExpressions;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.TreatyRegistry.Authorities;

/// <summary>Codes such as <c>XA-SMA</c>, and the streams that follow from them.</summary>
internal static partial class AuthorityIds
{
    public const string CodeForm = "Capital letters and digits in two parts joined by a hyphen, such as XA-SMA.";

    public static Guid Stream(string code) => DeterministicId.Of("authority", code);

    public static bool IsCode(string code) => Code().IsMatch(code);

    [GeneratedRegex("^[A-Z][A-Z0-9]{1,7}-[A-Z0-9]{2,16}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
