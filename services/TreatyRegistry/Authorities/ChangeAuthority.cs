using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Authorities;

/// <summary>Changes an authority's entry, because two registrars agreed or because the deployment's file says so.</summary>
public static class ChangeAuthority
{
    public static Decision<AuthorityEvent> Decide(Authority current, AuthorityChange change, ChangeSource source) =>
        (change.What, current.Entry) switch
        {
            (AuthorityChange.Registration, null) => Enter(current, change, source),
            (AuthorityChange.Registration, { } entry) when !Says(entry, Apply(current, entry, change)) => new Refusal(
                "authority-registered",
                "The authority is registered; propose a correction.",
                "what"
            ),
            (_, null) => new Refusal("authority-unregistered", "Register the authority first.", "what"),
            (AuthorityChange.Calendar, { } entry) => Record(
                entry,
                Apply(
                    current,
                    entry,
                    new AuthorityChange
                    {
                        What = change.What,
                        Code = change.Code,
                        Holidays = change.Holidays,
                    }
                ),
                after => new CalendarChanged(after, source)
            ),
            (_, { } entry) => Record(
                entry,
                Apply(current, entry, change),
                after => new AuthorityCorrected(after, source)
            ),
        };

    /// <summary>What a deployment's file says: entered, or corrected if the file changed since it was read last.</summary>
    public static Decision<AuthorityEvent> DecideFromFile(
        Authority current,
        AuthorityChange change,
        string fileHash,
        DateTimeOffset now
    ) =>
        current.FileHash == fileHash
            ? new NoChange()
            : Decide(
                current,
                change with
                {
                    What = current.Entry is null ? AuthorityChange.Registration : AuthorityChange.Correction,
                },
                ChangeSource.File(fileHash, now)
            );

    private static Decision<AuthorityEvent> Enter(Authority current, AuthorityChange change, ChangeSource source) =>
        change is { Name: { } name, Jurisdiction: { } jurisdiction, Kind: { } kind, TimeZone: { } zone }
            ? new AuthorityEntered(
                new AuthorityEntry
                {
                    Code = change.Code,
                    Revision = current.Version + 1,
                    Name = name,
                    Jurisdiction = jurisdiction,
                    Kind = kind,
                    TimeZone = zone,
                    Contacts = change.Contacts ?? [],
                    Holidays = change.Holidays ?? [],
                    CalendarVersion = 1,
                },
                source
            )
            : new Refusal(
                "registration-incomplete",
                "A registration names the authority, its jurisdiction, its kind and its time zone.",
                "name"
            );

    private static AuthorityEntry Apply(Authority current, AuthorityEntry entry, AuthorityChange change) =>
        entry with
        {
            Revision = current.Version + 1,
            Name = change.Name ?? entry.Name,
            Jurisdiction = change.Jurisdiction ?? entry.Jurisdiction,
            Kind = change.Kind ?? entry.Kind,
            TimeZone = change.TimeZone ?? entry.TimeZone,
            Contacts = change.Contacts ?? entry.Contacts,
            Holidays = change.Holidays ?? entry.Holidays,
            CalendarVersion =
                change.Holidays?.SequenceEqual(entry.Holidays) == false
                    ? entry.CalendarVersion + 1
                    : entry.CalendarVersion,
        };

    private static Decision<AuthorityEvent> Record(
        AuthorityEntry before,
        AuthorityEntry after,
        Func<AuthorityEntry, AuthorityEvent> recorded
    ) => Says(before, after) ? new NoChange() : recorded(after);

    private static bool Says(AuthorityEntry before, AuthorityEntry after) =>
        before with { Revision = after.Revision, Contacts = after.Contacts, Holidays = after.Holidays } == after
        && before.Contacts.SequenceEqual(after.Contacts)
        && before.Holidays.SequenceEqual(after.Holidays);
}
