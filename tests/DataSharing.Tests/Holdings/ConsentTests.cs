using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Holdings.Consents;
using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Testing;
using static CaseCoordination.DataSharing.Tests.Holdings.ItemSamples;
using static CaseCoordination.DataSharing.Tests.Samples;
using Answers = CaseCoordination.DataSharing.Holdings.Domain.Answers;
using Told = CaseCoordination.DataSharing.Holdings.Letters.Told;

namespace CaseCoordination.DataSharing.Tests.Holdings;

public sealed class ConsentTests
{
    private static readonly ReceivedLetter AskLetter = Ask(Question());
    private static readonly Trail TheTrail = Fold.Of<Trail>([Given]);

    private static ConsentReceived Received(Asked asked) =>
        new(ConsentId, Maker, Holder, ItemId, asked, ["market-abuse"], [], AskLetter.LetterId, Noon);

    [Fact]
    public void The_holder_asks_whoever_gave_the_item()
    {
        var letter = LetterIds.Of(Seed, Maker, LetterKinds.ConsentRequest);
        new Given<Consent, ConsentEvent>()
            .When(c =>
                SeekPermission.Decide(
                    c,
                    new(ConsentId, Tax, "A tax case."),
                    Held(),
                    Modes.Consent,
                    [Maker],
                    In(5, 10, Maker),
                    TheTurn
                )
            )
            .Then(
                new ConsentSought(
                    ConsentId,
                    Holder,
                    ItemId,
                    Question(),
                    ["digital-assets"],
                    [],
                    Maker,
                    letter,
                    Officer,
                    Noon
                ),
                new ConsentLetterWritten(
                    new(
                        letter,
                        ConsentId,
                        Maker,
                        LetterKinds.ConsentRequest,
                        LetterJson.Write(Told.Ask(Question())),
                        FirstLetter,
                        false,
                        ["digital-assets"],
                        Officer,
                        Noon
                    )
                )
            );
    }

    [Fact]
    public void What_is_asked_follows_from_the_ruling()
    {
        Assert.Null(Refusal(Tax, wantsConsent: true));
        Assert.Null(Refusal(Within, wantsConsent: false));
        Assert.Equal("nothing-to-ask", Refusal(Own, wantsConsent: true));
        Assert.Equal("notice-enough", Refusal(Within, wantsConsent: true));
        Assert.Equal("consent-needed", Refusal(Tax, wantsConsent: false));
        Assert.Equal("facts-missing", Refusal(OnDemand, wantsConsent: false));
        Assert.Equal(
            "item-recalled",
            Refusal(Tax, true, new HoldingRecalled(Notice, Maker, "", In(5, 10), FirstLetter, Noon))
        );
        Assert.Equal(
            "already-asked",
            Refusal(Tax, true, new HoldingPermissionSought(Second, Modes.Consent, Tax, [Maker], Officer, Noon))
        );
        Assert.Equal("consent-denied", Refusal(Tax, true, Heard(Tax, Answers.Denied)));
    }

    [Fact]
    public void The_originators_file_opens_with_the_visibility_of_the_trail() =>
        new Given<Consent, ConsentEvent>()
            .When(c => HoldingReception.Decide(c, AskLetter, TheTrail, null, Noon))
            .Then(Taken(AskLetter), Received(Question()));

    [Fact]
    public void An_ask_about_what_was_not_given_waits() =>
        new Given<Consent, ConsentEvent>()
            .When(c => HoldingReception.Decide(c, AskLetter, new Trail(), null, Noon))
            .ThenRefused("trail-not-yet-here");

    [Fact]
    public void Who_stands_behind_is_asked_by_the_way_the_item_came()
    {
        var asked = Question(of: [Maker, Holder]) with { Package = Second, Holder = Third };
        var letter = Ask(asked, Third, Holder);
        var events = Happened(
            HoldingReception.Decide(new Consent(), letter, Fold.Of<Trail>([PassedOnTrail]), Held(), Noon)
        );

        var forwarded = Assert.IsType<ConsentForwarded>(events[2]);
        Assert.Equal((Maker, 1), (forwarded.Provider, forwarded.Of.Length));
        var written = Assert.IsType<ConsentLetterWritten>(events[3]).Letter;
        var told = LetterJson.Read<AskLetter>(written.Content)!;
        Assert.Equal((First, 1, Third), (told.Package, told.Number, told.Holder));
        Assert.Equal([Maker], told.Of);
        Assert.Equal(FirstLetter, written.ReliesOn);
        Assert.True(Fold.Of<Consent>(events).WaitsForUs);
    }

    [Fact]
    public void A_named_person_grants_and_the_answer_goes_back()
    {
        var until = new DateOnly(2026, 12, 31);
        var say = OwnSay(Answers.Granted, LetterKinds.ConsentAnswer) with { Terms = "Not in court.", Until = until };
        new Given<Consent, ConsentEvent>(Received(Question()))
            .When(c => AnswerConsent.Decide(c, new(true, "So.", "Not in court.", until, false), TheTurn))
            .Then(
                new ConsentSaid(say),
                new ConsentLetterWritten(
                    new(
                        say.LetterId,
                        ConsentId,
                        Holder,
                        LetterKinds.ConsentAnswer,
                        LetterJson.Write(
                            new ConsentAnswerLetter
                            {
                                Originator = Maker,
                                Granted = true,
                                Reason = "So.",
                                Terms = "Not in court.",
                                Until = until,
                            }
                        ),
                        AskLetter.LetterId,
                        true,
                        ["market-abuse"],
                        Officer,
                        Noon
                    )
                )
            );
    }

    [Fact]
    public void What_goes_on_to_others_is_let_pass_by_an_approver_and_stopped_by_anybody()
    {
        var onward = Received(Question(act: ToThird));
        new Given<Consent, ConsentEvent>(onward)
            .When(c => AnswerConsent.Decide(c, new(true, "So.", null, null, false), TheTurn))
            .ThenRefused("approver-needed");
        Assert.NotEmpty(
            Happened(AnswerConsent.Decide(Fold.Of<Consent>([onward]), new(true, "So.", null, null, true), TheTurn))
        );
        Assert.NotEmpty(
            Happened(AnswerConsent.Decide(Fold.Of<Consent>([onward]), new(false, "No.", null, null, false), TheTurn))
        );
    }

    [Fact]
    public void An_answer_stands_and_is_given_by_who_was_asked()
    {
        var said = new ConsentSaid(OwnSay(Answers.Granted, LetterKinds.ConsentAnswer));
        new Given<Consent, ConsentEvent>(Received(Question()), said)
            .When(c => AnswerConsent.Decide(c, new(false, "No.", null, null, true), TheTurn))
            .ThenRefused("said-before");
        new Given<Consent, ConsentEvent>(Received(Question(of: [Third])))
            .When(c => AnswerConsent.Decide(c, new(true, "So.", null, null, true), TheTurn))
            .ThenRefused("not-asked");
        new Given<Consent, ConsentEvent>(Received(Question(Modes.Notice)))
            .When(c => AnswerConsent.Decide(c, new(true, "So.", null, null, true), TheTurn))
            .ThenRefused("not-asked");
    }

    [Fact]
    public void An_answer_that_a_border_stopped_may_be_given_again()
    {
        var say = OwnSay(Answers.Granted, LetterKinds.ConsentAnswer);
        var file = Fold.Of<Consent>([
            Received(Question()),
            new ConsentSaid(say),
            new ConsentLetterMoved(
                new(say.LetterId, Holder, LetterKinds.ConsentAnswer, LetterSteps.Rejected, null, null, Noon)
            ),
        ]);

        Assert.True(file.WaitsForUs);
    }

    [Fact]
    public void An_ask_that_a_border_stopped_leaves_nothing_behind_and_may_be_tried_again()
    {
        var sought = Sought();
        var sent = Outbound.Ask(ConsentId, Question(), Held(), TheTurn);
        var stopped = Fold.Of<Consent>([
            sought with
            {
                LetterId = sent.Letter.Id,
            },
            sent,
            new ConsentLetterMoved(
                new(sent.Letter.Id, Maker, LetterKinds.ConsentRequest, LetterSteps.Rejected, "basis-lapsed", null, Noon)
            ),
        ]);
        new Given<Holding, HoldingEvent>(
            Opened(),
            new HoldingPermissionSought(ConsentId, Modes.Consent, Tax, [Maker], Officer, Noon)
        )
            .When(h => SeekPermission.Drop(h, stopped, Noon))
            .Then(new HoldingPermissionDropped(ConsentId, "basis-lapsed", Noon));
        Assert.Equal(ConsentStage.Stopped, stopped.Stage);
    }

    [Fact]
    public void An_answer_reaches_the_holder_and_its_chain_of_custody()
    {
        var sought = Sought();
        var letter = Answer(Maker);
        var expected = new Say(Maker, Answers.Granted, "So.", null, null, letter.LetterId, Maker, Noon);
        new Given<Consent, ConsentEvent>(sought)
            .When(c => HoldingReception.Decide(c, letter, new Trail(), null, Noon))
            .Then(Taken(letter, groups: "digital-assets"), new ConsentSaid(expected));
        var consent = Fold.Of<Consent>([sought, new ConsentSaid(expected)]);
        new Given<Holding, HoldingEvent>(Opened())
            .When(h => HearOriginator.Record(h, consent, Noon))
            .Then(new HoldingPermissionHeard(ConsentId, Modes.Consent, Tax, [Maker], expected, Noon));
    }

    [Fact]
    public void An_answer_by_somebody_else_or_twice_is_set_aside()
    {
        var stranger = Answer(Maker) with { Sender = Third };
        new Given<Consent, ConsentEvent>(Sought())
            .When(c => HoldingReception.Decide(c, stranger, new Trail(), null, Noon))
            .Then(Taken(stranger, "sender-not-asked", "digital-assets"));
        new Given<Consent, ConsentEvent>(Sought())
            .When(c => HoldingReception.Decide(c, Answer(Third), new Trail(), null, Noon))
            .Then(Taken(Answer(Third), "originator-not-asked", "digital-assets"));
        new Given<Consent, ConsentEvent>(Sought(), new ConsentSaid(OwnSay(Answers.Denied, LetterKinds.ConsentAnswer)))
            .When(c => HoldingReception.Decide(c, Answer(Maker), new Trail(), null, Noon))
            .Then(Taken(Answer(Maker), "told-before", "digital-assets"));
        new Given<Consent, ConsentEvent>()
            .When(c => HoldingReception.Decide(c, Answer(Maker), new Trail(), null, Noon))
            .ThenRefused("consent-not-yet-here");
    }

    [Fact]
    public void Silence_is_no_consent_but_the_time_to_object_ends_by_the_originators_own_clock()
    {
        var limit = Question().AnswerBy;
        new Given<Consent, ConsentEvent>(Received(Question()))
            .When(c => PassConsentClock.Decide(c, Passed(ConsentClocks.Consent, limit.At), limit.At))
            .Then(new ConsentClockFailed(ConsentClocks.Consent, limit.At, limit.At));
        var events = Happened(
            PassConsentClock.Decide(
                Fold.Of<Consent>([Received(Question(Modes.Objection))]),
                Passed(ConsentClocks.Objection, limit.At),
                limit.At
            )
        );
        Assert.Equal(Answers.NoObjection, Assert.IsType<ConsentSaid>(events[1]).Say.Answer);
        Assert.Equal(LetterKinds.Objection, Assert.IsType<ConsentLetterWritten>(events[2]).Letter.Kind);

        // The holder's own clock only says that the answer is late.
        new Given<Consent, ConsentEvent>(Sought(Modes.Objection))
            .When(c => PassConsentClock.Decide(c, Passed(ConsentClocks.Objection, limit.At), limit.At))
            .Then(new ConsentClockFailed(ConsentClocks.Objection, limit.At, limit.At));
    }

    private static PassedDeadline Passed(string key, DateTimeOffset due) =>
        new(ConsentId, key, DeadlineStage.Fail, due);

    private static string? Refusal(Act act, bool wantsConsent, params HoldingEvent[] past)
    {
        var file = Held(past);
        return SeekPermission
            .Refuse(file, act, Judge(file, act), wantsConsent, Guid.Parse("019cae00-0000-7000-8000-000000000777"))
            ?.Code;
    }

    private static ConsentSought Sought(string mode = Modes.Consent) =>
        new(ConsentId, Holder, ItemId, Question(mode), ["digital-assets"], [], Maker, FirstLetter, Officer, Noon);

    private static Say OwnSay(string answer, string kind) =>
        new(Maker, answer, "So.", null, null, LetterIds.Of(Seed, Holder, kind), Officer, Noon);

    private static ReceivedLetter Ask(Asked asked, string from = Holder, string to = Maker) =>
        ItemSamples.Told(LetterKinds.ConsentRequest, from, to, ConsentId, Told.Ask(asked));

    private static ReceivedLetter Answer(string originator) =>
        ItemSamples.Told(
            LetterKinds.ConsentAnswer,
            Maker,
            Holder,
            ConsentId,
            new ConsentAnswerLetter
            {
                Originator = originator,
                Granted = true,
                Reason = "So.",
            }
        );

    private static ConsentLetterTaken Taken(
        ReceivedLetter letter,
        string? setAside = null,
        string groups = "market-abuse"
    ) => new(new(letter.LetterId, letter.Sender, letter.Kind, [groups], setAside, Noon, Noon));
}
