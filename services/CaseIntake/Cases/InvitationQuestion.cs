using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>What the law is asked about an invitation, as the border will ask it.</summary>
internal static class InvitationQuestion
{
    public static AssistanceRequest Of(Case file, Invitee invitee, FileJointInvestigation.Body body, DateOnly today) =>
        new()
        {
            From = file.Authority,
            To = invitee.Authority,
            At = today,
            AsOf = today,
            Invoked = invitee.Instrument,
            Pinned = invitee.Pinned,
            Kinds = [.. Shapes.Distinct(body.Assistance)],
            Subjects = [QuestionWords.SubjectOf(file.Matter, today)],
            Missing = [.. Vocabulary.Fields.Except(body.ContentFields ?? [], StringComparer.Ordinal)],
            Facts = QuestionWords.FactsOf(body.Facts),
        };
}
