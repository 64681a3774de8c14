using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyRegistry.Authorities.Domain;

namespace CaseCoordination.TreatyRegistry.Authorities;

/// <summary>Every change of an entry is told to everyone; proposals are the registrars' own.</summary>
internal static class AuthorityAnnouncements
{
    public static IEnumerable<Announcement> Announce(object @event) =>
        @event is AuthorityRecorded e ? [new Announcement(Contract(e.Entry), Announcement.Everyone)] : [];

    public static AuthorityRegistered Contract(AuthorityEntry entry) =>
        new()
        {
            Code = entry.Code,
            Revision = entry.Revision,
            Name = entry.Name,
            Jurisdiction = entry.Jurisdiction,
            Kind = entry.Kind,
            TimeZone = entry.TimeZone,
            ContactPoints = [.. entry.Contacts.Select(c => new ContactPoint(c.Function, c.Address))],
            Holidays = [.. entry.Holidays.Select(IsoDate.Write)],
        };
}
