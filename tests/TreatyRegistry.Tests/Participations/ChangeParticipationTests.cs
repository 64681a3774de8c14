using CaseCoordination.Testing;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;
using static CaseCoordination.TreatyRegistry.Tests.Samples;

namespace CaseCoordination.TreatyRegistry.Tests.Participations;

public sealed class ChangeParticipationTests
{
    private static readonly DateOnly From = new(2020, 1, 1);
    private static readonly ParticipationChange Accession = Of(ParticipationChange.Accession) with
    {
        From = From,
        List = "A",
    };
    private static readonly PartySuspended Suspended = new(Party(2) with { Status = PartyStatus.Suspended }, ByTwo);
    private static readonly PartyWithdrew Withdrew = new(
        Party(2) with
        {
            Status = PartyStatus.Withdrawn,
            To = new DateOnly(2025, 1, 1),
        },
        ByTwo
    );
    private static readonly ParticipationSet Committed = new(Party(1) with { Status = PartyStatus.Committed }, ByTwo);

    [Fact]
    public void An_authority_accedes() => Change(Accession).Then(Acceded);

    [Fact]
    public void An_accession_without_a_day_is_refused() =>
        Change(Accession with { From = null }).ThenRefused("first-day-missing");

    [Fact]
    public void A_party_does_not_accede_again() =>
        Change(Accession with { From = From.AddDays(1) }, Acceded).ThenRefused("already-party");

    [Fact]
    public void A_suspended_party_does_not_accede_again() =>
        Change(Accession, Acceded, Suspended).ThenRefused("already-party");

    [Fact]
    public void Who_was_committed_can_accede() => Change(Accession, Committed).Then(new PartyAcceded(Party(2), ByTwo));

    [Fact]
    public void Who_left_can_accede_again_but_not_before_it_left()
    {
        Change(Accession with { From = new DateOnly(2024, 12, 31) }, Acceded, Withdrew)
            .ThenRefused("accession-before-end");
        Change(Accession with { From = new DateOnly(2025, 1, 1) }, Acceded, Withdrew)
            .Then(new PartyAcceded(Party(3) with { From = new DateOnly(2025, 1, 1) }, ByTwo));
    }

    [Fact]
    public void An_unregistered_authority_takes_part_in_nothing() =>
        Change(Accession, Open with { Authority = false }).ThenRefused("authority-unregistered");

    [Fact]
    public void Nobody_takes_part_in_an_unpublished_instrument() =>
        Change(Accession, Open with { Instrument = false }).ThenRefused("instrument-unpublished");

    [Fact]
    public void A_closed_instrument_takes_only_those_it_names()
    {
        Change(Accession, Open with { OpenTo = ["XB-DAC", "MSA-FMA"] }).ThenRefused("instrument-closed");
        Change(Accession, Open with { OpenTo = ["XB-DAC", "XA-SMA"] }).Then(Acceded);
    }

    [Fact]
    public void A_party_stands_on_a_list_that_the_instrument_keeps() =>
        Change(Accession with { List = "C" }).ThenRefused("list-unknown");

    [Theory]
    [InlineData(ParticipationChange.Notice)]
    [InlineData(ParticipationChange.Suspension)]
    [InlineData(ParticipationChange.Resumption)]
    [InlineData(ParticipationChange.Withdrawal)]
    [InlineData(ParticipationChange.CapabilityChange)]
    [InlineData(ParticipationChange.Verification)]
    public void Only_a_party_can_be_changed(string what) => Change(Of(what)).ThenRefused("not-party");

    [Fact]
    public void A_party_gives_notice() =>
        Change(Notice(Today), Acceded).Then(new NoticeOfTerminationGiven(Party(2) with { NoticeGiven = Today }, ByTwo));

    [Fact]
    public void A_notice_may_name_the_first_day_out() =>
        Change(Notice(Today) with { To = Today.AddDays(30) }, Acceded)
            .Then(new NoticeOfTerminationGiven(Party(2) with { NoticeGiven = Today, To = Today.AddDays(30) }, ByTwo));

    [Fact]
    public void A_notice_has_a_day_within_the_participation()
    {
        Change(Of(ParticipationChange.Notice), Acceded).ThenRefused("notice-day-missing");
        Change(Notice(From.AddDays(-1)), Acceded).ThenRefused("notice-before-accession");
        Change(Notice(Today) with { To = From }, Acceded).ThenRefused("ends-before-it-begins");
    }

    [Fact]
    public void Notice_is_given_once() =>
        Change(
                Notice(Today.AddDays(1)),
                Acceded,
                new NoticeOfTerminationGiven(Party(2) with { NoticeGiven = Today }, ByTwo)
            )
            .ThenRefused("notice-already-given");

    [Fact]
    public void A_party_is_suspended_and_resumed()
    {
        Change(Of(ParticipationChange.Suspension), Acceded).Then(Suspended);
        Change(Of(ParticipationChange.Resumption), Acceded, Suspended).Then(new PartyResumed(Party(3), ByTwo));
    }

    [Fact]
    public void Who_is_only_committed_is_neither_suspended_nor_resumed()
    {
        Change(Of(ParticipationChange.Suspension), Committed).ThenRefused("not-bound");
        Change(Of(ParticipationChange.Resumption), Committed).ThenRefused("not-suspended");
    }

    [Fact]
    public void A_party_withdraws() =>
        Change(Of(ParticipationChange.Withdrawal) with { To = new DateOnly(2025, 1, 1) }, Acceded).Then(Withdrew);

    [Fact]
    public void A_withdrawal_has_a_day_after_the_accession()
    {
        Change(Of(ParticipationChange.Withdrawal), Acceded).ThenRefused("last-day-missing");
        Change(Of(ParticipationChange.Withdrawal) with { To = From }, Acceded).ThenRefused("ends-before-it-begins");
    }

    [Theory]
    [InlineData(ParticipationChange.Suspension)]
    [InlineData(ParticipationChange.Resumption)]
    [InlineData(ParticipationChange.CapabilityChange)]
    public void Who_withdrew_is_not_changed_any_more(string what) =>
        Change(Of(what), Acceded, Withdrew).ThenRefused("withdrawn");

    [Fact]
    public void Who_withdrew_gives_no_notice_and_does_not_withdraw_on_another_day()
    {
        Change(Notice(Today), Acceded, Withdrew).ThenRefused("withdrawn");
        Change(Of(ParticipationChange.Withdrawal) with { To = Today }, Acceded, Withdrew).ThenRefused("withdrawn");
    }

    [Fact]
    public void Capabilities_can_be_narrowed_even_to_none() =>
        Change(Of(ParticipationChange.CapabilityChange) with { Capabilities = [] }, Acceded)
            .Then(new CapabilitiesChanged(Party(2) with { Capabilities = [] }, ByTwo));

    [Fact]
    public void An_unverified_participation_is_verified() =>
        Change(Of(ParticipationChange.Verification), new ParticipationSet(Party(1) with { Unverified = true }, ByTwo))
            .Then(new ParticipationVerified(Party(2), ByTwo));

    [Fact]
    public void A_record_replaces_everything() =>
        Change(
                Of(ParticipationChange.Record) with
                {
                    From = From.AddDays(1),
                    Status = PartyStatus.Suspended,
                    Unverified = true,
                },
                Acceded
            )
            .Then(
                new ParticipationSet(
                    Party(2) with
                    {
                        From = From.AddDays(1),
                        Status = PartyStatus.Suspended,
                        List = null,
                        Unverified = true,
                    },
                    ByTwo
                )
            );

    [Fact]
    public void A_record_has_days_in_order()
    {
        Change(Of(ParticipationChange.Record)).ThenRefused("first-day-missing");
        Change(Of(ParticipationChange.Record) with { From = From, To = From }).ThenRefused("ends-before-it-begins");
    }

    [Fact]
    public void A_file_is_recorded_once_and_does_not_undo_a_later_change()
    {
        var change = Of(ParticipationChange.Record) with { From = From, List = "A" };
        var set = new ParticipationSet(Party(1), ChangeSource.File("hash-1", Noon));

        new Given<Participation, ParticipationEvent>()
            .When(p => ChangeParticipation.DecideFromFile(p, change, "hash-1", Noon))
            .Then(set);
        new Given<Participation, ParticipationEvent>(set, Suspended)
            .When(p => ChangeParticipation.DecideFromFile(p, change, "hash-1", Noon))
            .ThenNothing();
    }

    private static ParticipationChange Notice(DateOnly day) =>
        Of(ParticipationChange.Notice) with
        {
            NoticeGiven = day,
        };

    private static When<Participation, ParticipationEvent> Change(
        ParticipationChange change,
        params ParticipationEvent[] past
    ) => Change(change, Open, past);

    private static When<Participation, ParticipationEvent> Change(
        ParticipationChange change,
        PartyRules rules,
        params ParticipationEvent[] past
    ) =>
        new Given<Participation, ParticipationEvent>(past).When(p =>
            ChangeParticipation.Decide(p, change, rules, ByTwo)
        );
}
