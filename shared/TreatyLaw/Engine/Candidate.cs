using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>One instrument tried for one subject of a request.</summary>
internal sealed class Candidate
{
    private GroundReport? grounds;
    private List<DueTerm>? deadlines;

    private Candidate(Instrument instrument, string failure, List<Term> failedAt)
    {
        Instrument = instrument;
        Failure = failure;
        FailedAt = failedAt;
    }

    public Instrument Instrument { get; }

    /// <summary>The stage at which it failed, or null where it can carry the request.</summary>
    public string? Failure { get; private set; }

    public List<Term> FailedAt { get; private set; }

    public Membership Provider { get; private init; } = null!;

    public Membership Receiver { get; private init; } = null!;

    /// <summary>Whether it is about the matter turns on a fact that is unknown.</summary>
    public bool IsMatterOpen { get; private set; }

    public MatterTerm? Matter { get; private set; }

    public KindHelp[] Help { get; private set; } = [];

    public bool GivesAll { get; private set; }

    /// <summary>shall, shall with a fallback, should, may: the weakest of what it gives.</summary>
    public int Rank { get; private set; }

    /// <summary>What would be given, with fallbacks.</summary>
    public List<string> Kinds { get; } = [];

    public static Candidate NotBound(Instrument instrument) =>
        new(instrument, "not-bound", PartyStage.Members(instrument));

    public static Candidate Try(
        AssistanceRequest request,
        RequestSubject subject,
        Membership provider,
        Membership receiver
    )
    {
        var candidate = new Candidate(provider.Instrument, "", []) { Provider = provider, Receiver = receiver };
        candidate.Test(request, subject);
        return candidate;
    }

    public GroundReport Grounds(LawBook book, AssistanceRequest request) =>
        grounds ??= GroundStage.Check(
            Instrument,
            new FactCheck(
                request.Facts,
                book.Authority(request.Provider)!.Jurisdiction,
                book.Authority(request.Receiver)!.Jurisdiction,
                null
            ),
            request.At,
            request.Procedure,
            Kinds
        );

    public List<DueTerm> Deadlines(LawBook book, AssistanceRequest request) =>
        deadlines ??= DeadlineStage.Check(
            Instrument,
            book.Authority(request.Provider)!,
            RequestEvents.Of(request),
            request.Facts,
            Kinds
        );

    private void Test(AssistanceRequest request, RequestSubject subject)
    {
        var asked = request.Trigger == "request";
        var failed = PartyStage.Failure(Receiver, asked ? "request" : "spontaneous", request.At);
        if (PartyStage.Failure(Provider, asked ? "be-requested" : "spontaneous", request.At) is { } other)
        {
            failed = [.. failed ?? [], .. other];
        }

        if (failed is not null)
        {
            if (!asked)
            {
                failed.AddRange(Instrument.Assistance.Where(term => term.Trigger == request.Trigger));
            }

            Fail("party", failed);
            return;
        }

        if (PendingRule.Of(this, request) == PendingRule.Lapse)
        {
            Fail("lapsed", [.. Instrument.Lifecycle]);
            return;
        }

        (var answer, Matter) = MatterStage.Check(request, subject, Provider, Receiver);
        if (answer == Tri.No)
        {
            Fail("matter", [.. Instrument.Matters]);
            return;
        }

        IsMatterOpen = answer == Tri.Unknown;
        TestHelp(request);
    }

    private void TestHelp(AssistanceRequest request)
    {
        Help = AssistanceStage.Check(request, Provider);
        GivesAll = true;
        var weakest = -1;
        foreach (var kind in Help)
        {
            if (kind.Help >= Engine.Help.Open)
            {
                weakest = Math.Max(weakest, kind.Term!.Rank);
                Add(kind.Kind);
            }
            else
            {
                GivesAll = false;
                if (kind.Help == Engine.Help.Fallback)
                {
                    Add(kind.Term!.Fallback!);
                }
            }
        }

        Rank = weakest < 0 ? 1 : weakest;
        if (Kinds.Count > 0)
        {
            Failure = null;
            return;
        }

        List<Term> tested = [.. Instrument.Assistance.Where(term => term.Trigger == request.Trigger)];
        Fail("assistance", tested.Count > 0 ? tested : [.. Instrument.Assistance]);
    }

    private void Add(string kind)
    {
        if (!Kinds.Contains(kind))
        {
            Kinds.Add(kind);
        }
    }

    private void Fail(string stage, List<Term> terms)
    {
        Failure = stage;
        FailedAt = terms.Count > 0 ? terms : PartyStage.Members(Instrument);
    }
}

/// <summary>The events that a request sets off.</summary>
internal static class RequestEvents
{
    public static ImmutableArray<ClockEvent> Of(AssistanceRequest request)
    {
        if (request.Trigger != "request")
        {
            return [];
        }

        var at = request.At.ToDateTime(TimeOnly.MinValue);
        var events = ImmutableArray.CreateBuilder<ClockEvent>(3);
        events.Add(new ClockEvent("request-received", at));
        if (!request.Oral)
        {
            events.Add(new ClockEvent("written-request-received", at));
        }

        if (request.Urgent)
        {
            events.Add(new ClockEvent("urgent-request-received", at));
        }

        return events.ToImmutable();
    }
}
