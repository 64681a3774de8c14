using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>A party gives notice; the instrument says after how long it is out, unless a day is named.</summary>
internal static class GiveNotice
{
    public static Decision<ParticipationEvent> Decide(
        PartyRecord record,
        ParticipationChange change,
        ChangeSource source
    ) =>
        (record, change) switch
        {
            (_, { NoticeGiven: null }) => new Refusal("notice-day-missing", "A notice has a day.", "noticeGiven"),
            ({ Status: PartyStatus.Withdrawn }, _) => PartyRefusals.Withdrawn,
            ({ NoticeGiven: { } given }, _) when given == change.NoticeGiven && record.To == (change.To ?? record.To) =>
                new NoChange(),
            ({ NoticeGiven: { } given }, _) => new Refusal(
                "notice-already-given",
                $"Notice was given on {given:yyyy-MM-dd}; correct the record if that is wrong.",
                "noticeGiven"
            ),
            (_, { NoticeGiven: { } day }) when day < record.From => new Refusal(
                "notice-before-accession",
                $"The authority is party since {record.From:yyyy-MM-dd}.",
                "noticeGiven"
            ),
            (_, { To: { } to }) when to <= record.From => PartyRefusals.EndsBeforeItBegins,
            _ => new NoticeOfTerminationGiven(
                record with
                {
                    NoticeGiven = change.NoticeGiven,
                    To = change.To ?? record.To,
                },
                source
            ),
        };
}
