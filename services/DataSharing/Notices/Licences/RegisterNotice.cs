using System.Globalization;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Records;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Identifiers;

namespace CaseCoordination.DataSharing.Notices.Licences;

/// <summary>Words a notice from a row of a register of licences, for a person to check and to complete.</summary>
public static class RegisterNotice
{
    private const int LongestTitle = 200;

    /// <param name="row">What the register says.</param>
    /// <param name="kind">What it means.</param>
    /// <param name="settings">What the notice is about.</param>
    /// <param name="ingested">The day on which the register came in; it stands in for a day that the row does not name.</param>
    public static NoticeContent Of(LicenceRow row, string kind, NoticeSettings settings, DateOnly ingested)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(settings);
        return new NoticeContent(
            kind,
            TitleOf(row, kind),
            TextOf(row),
            new Matter(settings.LicenceMatter, settings.LicenceOver, "unknown"),
            [new Subject("entity", row.Holder ?? row.Name, Identifiers(row))],
            row.ValidTo ?? row.ValidFrom ?? ingested.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            null,
            NoticeShapes.Tlp
        );
    }

    private static string TitleOf(LicenceRow row, string kind)
    {
        var what = kind switch
        {
            NoticeKinds.LicenceRefused => "Licence refused",
            NoticeKinds.LicenceWithdrawn => "Licence withdrawn",
            _ => "Licence changed",
        };
        var title = $"{what}: {row.Name}";
        if (title.Length <= LongestTitle)
        {
            return title;
        }

        // Half of a character pair is no text.
        var length = char.IsHighSurrogate(title[LongestTitle - 2]) ? LongestTitle - 2 : LongestTitle - 1;
        return $"{title[..length]}…";
    }

    // Who is responsible for a licence is personal data, and a person decides whether partners need it.
    private static string TextOf(LicenceRow row) =>
        string.Join(
            '\n',
            new (string What, string? Value)[]
            {
                ("Name", row.Name),
                ("Holder", row.Holder),
                ("LEI", row.Lei),
                ("MIC", row.Mic),
                ("Licence number", row.LicenceNumber),
                ("Kind of licence", row.Kind),
                ("Country", row.Country),
                ("Supervisor", row.Supervisor),
                ("Status", row.Status),
                ("Valid from", row.ValidFrom),
                ("Valid to", row.ValidTo),
            }
                .Where(line => line.Value is not null)
                .Select(line => $"{line.What}: {line.Value}")
                .Prepend("The register of licences says:")
        );

    // A licence's number is of no known scheme, so that it stands in the text alone.
    private static SubjectIdentifier[] Identifiers(LicenceRow row) =>
        [
            .. new (string Scheme, string? Value)[]
            {
                ("lei", row.Lei),
                ("mic", row.Mic),
                ("licence", row.LicenceNumber),
            }
                .Select(i => IdentifierSchemes.Check(i.Scheme, i.Value))
                .Where(i => i.Value is not null)
                .Select(i => new SubjectIdentifier(i.Scheme, i.Value!)),
        ];
}
