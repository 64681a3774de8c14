using CaseCoordination.Platform.Http;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Proposals;

namespace CaseCoordination.TreatyRegistry.Authorities;

/// <summary>Checks and reads what is said of an authority.</summary>
internal static class AuthorityShape
{
    private const int MostHolidays = 2000;
    private const int MostContacts = 50;

    public static Shape Of(string code, ProposeAuthorityChange.Body body)
    {
        var shape = new Shape()
            .Must(AuthorityIds.IsCode(code), "code", "code-malformed", AuthorityIds.CodeForm)
            .OneOf("what", body.What, AuthorityChange.All)
            .Text("reason", body.Reason, 2000)
            .Optional("name", body.Name, 200)
            .Optional("jurisdiction", body.Jurisdiction, 20)
            .Optional("kind", body.Kind, 60)
            .Must(
                body.TimeZone is null || TimeZoneInfo.TryFindSystemTimeZoneById(body.TimeZone, out _),
                "timeZone",
                "time-zone-unknown",
                "An IANA time zone, such as Europe/Vienna."
            )
            .Count("contacts", body.Contacts, 0, MostContacts)
            .Count("holidays", body.Holidays, 0, MostHolidays)
            .Must(
                body.What != AuthorityChange.Calendar || body.Holidays is not null,
                "holidays",
                "required",
                "Give all holidays, not only those that change."
            );
        foreach (var (contact, i) in (body.Contacts ?? []).Select((c, i) => (c, i)))
        {
            shape
                .Text($"contacts[{i}].function", contact.Function, 100)
                .Text($"contacts[{i}].address", contact.Address, 300);
        }

        foreach (var (day, i) in (body.Holidays ?? []).Select((d, i) => (d, i)))
        {
            shape.Date($"holidays[{i}]", day);
        }

        return EffectiveDates.Check(shape, body.EffectiveFrom);
    }

    public static AuthorityChange Read(string code, ProposeAuthorityChange.Body body) =>
        new()
        {
            What = body.What!,
            Code = code,
            Name = body.Name,
            Jurisdiction = body.Jurisdiction,
            Kind = body.Kind,
            TimeZone = body.TimeZone,
            Contacts = body.Contacts,
            Holidays = body.Holidays is null
                ? null
                : [.. body.Holidays.Select(RegistryReplica.IsoDate.Read).Distinct().Order()],
        };
}
