using CaseCoordination.Platform.Http;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>Checks and reads what is said of a participation.</summary>
internal static class ParticipationShape
{
    private const int MostCapabilities = 100;

    public static Shape Of(ProposeParticipationChange.Body body)
    {
        var shape = new Shape()
            .OneOf("what", body.What, ParticipationChange.All)
            .Text("reason", body.Reason, 2000)
            .Optional("list", body.List, 60)
            .Count("capabilities", body.Capabilities, 0, MostCapabilities);
        if (body.Status is not null)
        {
            shape.OneOf("status", body.Status, Statuses(body.What));
        }

        foreach (var (field, day) in new[] { ("from", body.From), ("to", body.To), ("noticeGiven", body.NoticeGiven) })
        {
            if (day is not null)
            {
                shape.Date(field, day);
            }
        }

        foreach (var (capability, i) in (body.Capabilities ?? []).Select((c, i) => (c, i)))
        {
            shape.Text($"capabilities[{i}]", capability, 60);
        }

        return EffectiveDates.Check(shape, body.EffectiveFrom);
    }

    public static ParticipationChange Read(
        string authority,
        string instrument,
        ProposeParticipationChange.Body body,
        DateOnly effectiveFrom
    ) =>
        new()
        {
            What = body.What!,
            Authority = authority,
            InstrumentId = instrument,
            Status = body.Status,
            From = Day(body.From),
            To = body.What == ParticipationChange.Withdrawal ? effectiveFrom : Day(body.To),
            NoticeGiven = Day(body.NoticeGiven),
            List = body.List,
            Capabilities = body.Capabilities,
            Unverified = body.Unverified,
        };

    private static string[] Statuses(string? what) =>
        what == ParticipationChange.Accession ? [PartyStatus.Full, PartyStatus.Committed] : PartyStatus.All;

    private static DateOnly? Day(string? text) => text is null ? null : IsoDate.Read(text);
}
