using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyText;
using Participation = CaseCoordination.TreatyLaw.Participation;

namespace CaseCoordination.TreatyRegistry.Seeding;

/// <summary>What the deployment's files say, read completely or not at all.</summary>
internal sealed record SeedFiles(
    IReadOnlyList<AuthorityChange> Authorities,
    IReadOnlyList<InstrumentChange> Instruments,
    IReadOnlyList<ParticipationChange> Participations,
    IReadOnlyList<AuthorityProfile> Profiles
)
{
    /// <summary>Reads a folder; throws <see cref="LawTextException"/> with every problem, each with its place.</summary>
    public static SeedFiles Read(string folder)
    {
        var book = LawFolder.Load(folder);
        var problems = book
            .Authorities.SelectMany(Problems)
            .Concat(book.Participations.SelectMany(p => Problems(p, book)))
            .ToList();
        return problems.Count > 0
            ? throw new LawTextException([.. problems])
            : new SeedFiles(
                [.. book.Authorities.Select(Change)],
                [.. book.Instruments.Select(i => ProposePublication.Change(i, PublishTerms.Ever))],
                [.. book.Participations.Select(Change)],
                book.Authorities
            );
    }

    /// <summary>Hash of what a file says of one thing, to know whether it changed since it was read last.</summary>
    public static string Hash<T>(T change) => ContentHash.Of(change);

    private static IEnumerable<LawProblem> Problems(AuthorityProfile authority)
    {
        if (!AuthorityIds.IsCode(authority.Code))
        {
            yield return new LawProblem(
                LawPlace.Nowhere,
                authority.Code,
                "this is no authority's code",
                AuthorityIds.CodeForm
            );
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(authority.TimeZone, out _))
        {
            yield return new LawProblem(
                LawPlace.Nowhere,
                authority.Code,
                $"'timeZone': '{authority.TimeZone}' is not known",
                "an IANA time zone, such as Europe/Vienna"
            );
        }
    }

    private static IEnumerable<LawProblem> Problems(Participation participation, LawBook book)
    {
        var rules = PartyRules.Of(true, book.Instrument(participation.Instrument)!);
        if (ChangeParticipation.RefusedBy(rules, Change(participation)) is { } refusal)
        {
            yield return new LawProblem(
                LawPlace.Nowhere,
                participation.Authority,
                $"its part in '{participation.Instrument}': {refusal.Code}",
                refusal.Message
            );
        }
    }

    private static AuthorityChange Change(AuthorityProfile authority) =>
        new()
        {
            What = AuthorityChange.Registration,
            Code = authority.Code,
            Name = authority.Name,
            Jurisdiction = authority.Jurisdiction,
            Kind = authority.Kind,
            TimeZone = authority.TimeZone,
            Contacts = authority.ContactPoint.Length == 0 ? [] : [new Contact("cooperation", authority.ContactPoint)],
            Holidays = [.. authority.Holidays],
        };

    private static ParticipationChange Change(Participation participation) =>
        new()
        {
            What = ParticipationChange.Record,
            Authority = participation.Authority,
            InstrumentId = participation.Instrument,
            Status = participation.Status,
            From = participation.From,
            To = participation.To,
            NoticeGiven = participation.NoticeGiven,
            List = participation.List,
            Capabilities = participation.Capabilities,
            Unverified = !participation.Verified,
        };
}
