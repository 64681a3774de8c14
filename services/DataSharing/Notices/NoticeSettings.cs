using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>What an operator may set; section <c>Notices</c>. It says what becomes of licences that a register shows as lost.</summary>
public sealed record NoticeSettings
{
    // Defaults stand here and not on the property, because the configuration binder would add to them.
    private static readonly Dictionary<string, string> UsualWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["refused"] = NoticeKinds.LicenceRefused,
        ["rejected"] = NoticeKinds.LicenceRefused,
        ["denied"] = NoticeKinds.LicenceRefused,
        ["withdrawn"] = NoticeKinds.LicenceWithdrawn,
        ["revoked"] = NoticeKinds.LicenceWithdrawn,
        ["cancelled"] = NoticeKinds.LicenceWithdrawn,
        ["canceled"] = NoticeKinds.LicenceWithdrawn,
        ["suspended"] = NoticeKinds.LicenceChanged,
    };

    private static readonly string[] Meanings =
    [
        NoticeKinds.LicenceRefused,
        NoticeKinds.LicenceWithdrawn,
        NoticeKinds.LicenceChanged,
    ];

    /// <summary>
    /// What a register's statuses mean: status in lower case to licence-refused, licence-withdrawn or licence-changed. Absent for
    /// the usual English words; a status that is not named becomes no notice.
    /// </summary>
    public IReadOnlyDictionary<string, string>? LicenceWords { get; init; }

    /// <summary>How many drafts one batch may make; the others are counted.</summary>
    public int MostLicenceDrafts { get; init; } = 50;

    /// <summary>What such a draft is about, in the treaty vocabulary.</summary>
    public string LicenceMatter { get; init; } = "intermediaries";
    public string LicenceOver { get; init; } = "crypto-derivatives";

    /// <summary>Who may see such a draft; absent for those who see what arrives over the same.</summary>
    public string[]? LicenceGroups { get; init; }

    /// <summary>The notice that a status calls for; null for one that calls for none.</summary>
    public string? MeaningOf(string status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return (LicenceWords ?? UsualWords).GetValueOrDefault(status.Trim());
    }

    public string[] GroupsFor(RequestSettings requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return LicenceGroups is { Length: > 0 }
            ? Shapes.Distinct(LicenceGroups)
            : IntakeGroups.For(LicenceOver, requests.IntakeGroups, requests.OtherIntakeGroups);
    }

    /// <summary>These settings if they can be kept; a service does not start with others.</summary>
    public NoticeSettings Checked()
    {
        var wrong = (LicenceWords ?? UsualWords).FirstOrDefault(w =>
            !Meanings.Contains(w.Value, StringComparer.Ordinal)
        );
        var problem =
            wrong.Key is not null
                ? $"LicenceWords:{wrong.Key} is {wrong.Value}; it may be {string.Join(", ", Meanings)}"
            : MostLicenceDrafts is < 0 or > 10_000 ? "MostLicenceDrafts is from 0 to 10000"
            : !Vocabulary.Matters.Contains(LicenceMatter)
                ? $"LicenceMatter {LicenceMatter} is no matter of the vocabulary"
            : !Vocabulary.Over.Contains(LicenceOver) ? $"LicenceOver {LicenceOver} is nothing in the vocabulary"
            : null;
        return problem is not null ? throw new InvalidOperationException($"Notices: {problem}.")
            : LicenceWords is null ? this
            : this with
            {
                LicenceWords = new Dictionary<string, string>(LicenceWords, StringComparer.OrdinalIgnoreCase),
            };
    }
}
