using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class FileJointInvestigationTests
{
    private static readonly FileJointInvestigation Command = new(
        [new(ThePartner, "iosco-mmou"), new(Other, "iosco-mmou", Pinned: true)],
        Filed.Assistance,
        Filed.Message,
        Filed.Missing,
        NoFacts,
        "2026-04-01",
        "TLP:AMBER"
    );

    [Fact]
    public void Every_authority_gets_an_invitation_of_its_own()
    {
        var after = new Given<Case, CaseEvent>(Draft)
            .When(c => Decide(c, Command))
            .ThenOnce(
                Filed,
                Invitation(ThePartner, false),
                Letter(ThePartner, false),
                Invitation(Other, true),
                Letter(Other, true)
            );

        Assert.Equal(CaseStage.Open, after.Stage);
        Assert.All(after.Partners.Values, p => Assert.Equal(PartnerState.Requested, p.State));
    }

    [Fact]
    public void Filing_again_changes_nothing() =>
        new Given<Case, CaseEvent>(Open).When(c => Decide(c, Command)).ThenNothing();

    [Fact]
    public void Filing_again_with_another_authority_is_refused() =>
        new Given<Case, CaseEvent>(Open)
            .When(c => Decide(c, Command with { Invite = [new("MSB-KNA")] }))
            .ThenRefused("already-filed");

    [Fact]
    public void Without_subjects_nothing_is_filed() =>
        new Given<Case, CaseEvent>(Opened, TheAllegation).When(c => Decide(c, Command)).ThenRefused("no-subjects");

    [Fact]
    public void Without_allegations_nothing_is_filed() =>
        new Given<Case, CaseEvent>(Opened, TheSubject).When(c => Decide(c, Command)).ThenRefused("no-allegations");

    [Fact]
    public void A_closed_case_is_not_filed() =>
        new Given<Case, CaseEvent>([.. Draft, new CaseClosed("referred", "Sent on.", Officer, Noon)])
            .When(c => Decide(c, Command))
            .ThenRefused("case-closed");

    [Fact]
    public void A_partners_file_is_not_filed_by_it() =>
        new Given<Case, CaseEvent>(Samples.PartnerJoined).When(c => Decide(c, Command)).ThenRefused("already-filed");

    [Theory]
    [InlineData(Lead, "inviting-oneself")]
    [InlineData("ZZ-NOBODY", "authority-unknown")]
    [InlineData(ThePartner, "invited-twice")]
    public void One_wrong_invitation_stops_them_all(string authority, string code) =>
        new Given<Case, CaseEvent>(Draft)
            .When(c => Decide(c, Command with { Invite = [new(ThePartner), new(authority)] }))
            .ThenRefused(code);

    private static Decider.Decision<CaseEvent> Decide(Case current, FileJointInvestigation command) =>
        FileJointInvestigation.Decide(current, command, Turn(), TheCalendars, Settings);

    private static PartnerInvited Invitation(string authority, bool pinned) =>
        Invited(authority, LetterIds.Of(Seed, authority, LetterKinds.Invitation)) with
        {
            Pinned = pinned,
            ReplyBy = "2026-04-01",
        };

    private static LetterWritten Letter(string authority, bool pinned) =>
        new(
            CaseId,
            LetterIds.Of(Seed, authority, LetterKinds.Invitation),
            authority,
            "case.invitation",
            LetterJson.Write(Letters.Invitation with { ReplyBy = "2026-04-01" }),
            new Ask("iosco-mmou", pinned, TheMatter, Filed.Assistance, Filed.Missing, NoFacts),
            ReliesOn: null,
            Closing: false,
            ["digital-assets"],
            Officer,
            Noon
        );
}
