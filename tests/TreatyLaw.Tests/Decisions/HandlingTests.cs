using System.Collections.Immutable;
using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>What may be done with information that BB-TWO gave AA-ONE.</summary>
public sealed class HandlingTests
{
    private const string Allow = "kind: handling, object: information, op: use, effect: allow";
    private const string Retain = "kind: handling, object: information, op: retain, effect: allow";
    private const string Personal = "kind: handling, object: personal-data, op: transfer, effect: deny";
    private const string Window =
        "kind: handling, object: information, op: use, effect: objection-window, window: {do: ask-venue, n: 5, unit: days}";
    private const string Unless =
        "kind: handling, object: information, op: use, effect: deny, "
        + "except: {when: law-provides-disclosure, effect: notify, duties: [notify-sender-immediately]}";
    private const string Survives = "kind: lifecycle, survives: [a.2]";

    private static readonly Disclosure Question = new()
    {
        Holder = Asking,
        At = Day,
        Op = "use",
        Purpose = "tax",
        Recipient = "requester",
        Items = [new DisclosureItem { Item = "i1", Provenance = [new(Asked, Asking, "a", Day.AddDays(-20))] }],
    };

    [Fact]
    public void An_objection_window_has_the_name_that_the_term_gives_it_and_runs_to_the_next_working_day()
    {
        var decision = Judge(Question, Party, Window);

        Assert.Equal(Outcome.NeedsNotice, decision.Outcome);
        Assert.Equal(
            [new ObjectionWindow("ask-venue", Asked, new DateTime(2026, 3, 9), "i1", "a.2")],
            decision.Windows
        );
        Assert.Equal([new Deadline("ask-venue", new DateTime(2026, 3, 9), false, Asked, "a.2")], decision.Deadlines);
    }

    [Fact]
    public void An_objection_window_ends_where_it_falls_under_a_text_that_knows_no_roll_over() =>
        Assert.Equal(
            ["2026-03-07"],
            Law.Judge(Of(InstrumentWithoutRollOver("a", Party, Window)), Question).Deadlines.Select(due => due.DueText)
        );

    [Theory]
    [InlineData(Tri.Yes, Outcome.GrantWithConditions, "notify-sender-immediately")]
    [InlineData(Tri.No, Outcome.NeedsConsent, "block-until-consent store-consent-conditions")]
    public void An_exception_brings_its_own_duties(Tri fact, Outcome outcome, string duties)
    {
        var facts = Facts.None.With("law-provides-disclosure", fact);

        var decision = Judge(Question with { Facts = facts }, Party, Unless);

        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(duties, string.Join(' ', decision.Duties));
    }

    [Theory]
    [InlineData(null, Outcome.Grant)]
    [InlineData(Asking, Outcome.NeedsConsent)]
    [InlineData(Asked, Outcome.NeedsConsent)]
    public void A_permission_that_does_not_survive_ends_when_either_side_leaves(string? left, Outcome outcome)
    {
        var book = Of(Instrument("a", Party, Allow, Retain, "kind: lifecycle, survives: [a.3]"));
        book = left is null ? book : book.With(Joined(left, "a") with { To = Day });

        Assert.Equal(outcome, Law.Judge(book, Question).Outcome);
    }

    [Fact]
    public void Several_terms_on_what_survives_count_together()
    {
        Assert.Equal(Outcome.NeedsConsent, AfterTheEnd(Party, Matter, Allow, Survives, Survives).Outcome);
        Assert.Equal(
            Outcome.Grant,
            AfterTheEnd(Party, Matter, Allow, Survives, "kind: lifecycle, survives: [a.3]").Outcome
        );
        Assert.Equal(Outcome.Grant, AfterTheEnd(Party, Matter, Allow).Outcome);
    }

    [Fact]
    public void A_text_that_speaks_only_of_keeping_says_nothing_of_use()
    {
        var decision = Judge(Question, Party, Matter, Retain);

        Assert.Equal(Outcome.NeedsConsent, decision.Outcome);
        Assert.Equal(["a.1", "a.2"], decision.DecidedBy.Order());
    }

    [Theory]
    [InlineData("disclose", "requester", Outcome.Grant)]
    [InlineData("use", "requester", Outcome.Grant)]
    [InlineData("disclose", "court", Outcome.NeedsConsent)]
    public void Personal_data_that_stays_with_its_holder_is_passed_to_nobody(
        string op,
        string recipient,
        Outcome outcome
    )
    {
        ImmutableArray<DisclosureItem> items = [Question.Items[0] with { PersonalData = true }];

        var decision = Judge(Question with { Op = op, Recipient = recipient, Items = items }, Party, Allow, Personal);

        Assert.Equal(outcome, decision.Outcome);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("tax", "", true)]
    [InlineData("aml", "", false)]
    [InlineData("", "requester", true)]
    [InlineData("", "court", false)]
    [InlineData("tax", "requester", true)]
    [InlineData("tax", "court", false)]
    [InlineData("aml", "requester", false)]
    public void A_sender_s_condition_binds_the_purposes_and_recipients_that_it_names(
        string purposes,
        string recipients,
        bool binds
    )
    {
        var decision = Judge(Under(new SenderCondition("c1", "BB-X", "consent", Words(purposes), Words(recipients))));

        Assert.Equal(binds ? Outcome.NeedsConsent : Outcome.Grant, decision.Outcome);
        Assert.Equal(binds ? ["BB-X"] : [], decision.ConsentFrom);
        Assert.Equal(
            binds ? [new Citation("Condition c1", "conditions", "condition.c1", "H-src")] : [],
            decision.Citations.Where(cite => cite.Instrument == "conditions")
        );
    }

    [Theory]
    [InlineData("allow", Outcome.NeedsConsent)]
    [InlineData("notify", Outcome.NeedsConsent)]
    public void A_sender_s_condition_never_widens_what_the_text_permits(string effect, Outcome outcome) =>
        Assert.Equal(
            outcome,
            Judge(
                Under(new SenderCondition("c1", Asked, effect, [], [])),
                Party,
                "kind: handling, object: information, op: use, effect: deny"
            ).Outcome
        );

    [Fact]
    public void A_sender_s_condition_of_notice_is_a_condition() =>
        Assert.Equal(
            Outcome.GrantWithConditions,
            Judge(Under(new SenderCondition("c1", Asked, "notify", [], []))).Outcome
        );

    private static Disclosure Under(SenderCondition condition) =>
        Question with
        {
            Items = [Question.Items[0] with { Conditions = [condition] }],
        };

    private static ImmutableArray<string> Words(string word) => word.Length == 0 ? [] : [word];

    private static Decision AfterTheEnd(params string[] terms) =>
        Law.Judge(Of(Instrument("a", terms)).With(Joined(Asked, "a") with { To = Day }), Question);

    private static Decision Judge(Disclosure question, params string[] terms) =>
        Law.Judge(Of(Instrument("a", terms.Length == 0 ? [Party, Allow] : terms)), question);
}
