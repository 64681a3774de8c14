using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>One instrument tried for one subject of a request.</summary>
internal sealed class Candidate
{
    private readonly Inquiry inquiry;
    private GroundReport? grounds;
    private (int Open, int Unknown)? count;
    private List<DueTerm>? deadlines;

    private Candidate(Inquiry inquiry, Instrument instrument) => (this.inquiry, Instrument) = (inquiry, instrument);

    public Instrument Instrument { get; }

    /// <summary>Why it cannot carry the request, or null where it can.</summary>
    public Failure? Failure { get; private set; }

    public Membership Provider { get; private init; } = null!;

    public Membership Receiver { get; private init; } = null!;

    /// <summary>Whether it is about the matter turns on a fact that is unknown.</summary>
    public bool IsMatterOpen { get; private set; }

    public MatterTerm? Matter { get; private set; }

    public KindHelp[] Help { get; private set; } = [];

    public bool GivesAll { get; private set; }

    /// <summary>
    /// shall, shall with a fallback, should, may: the weakest of what it gives, of fallbacks where it gives nothing else.
    /// </summary>
    public int Rank { get; private set; }

    /// <summary>What would be given, with fallbacks.</summary>
    public ImmutableArray<string> Kinds { get; private set; } = [];

    public static Candidate NotBound(Inquiry inquiry, Instrument instrument) =>
        new(inquiry, instrument) { Failure = instrument.Failures.NotBound };

    public static Candidate Try(Inquiry inquiry, RequestSubject subject, Membership provider, Membership receiver)
    {
        var candidate = new Candidate(inquiry, provider.Instrument) { Provider = provider, Receiver = receiver };
        candidate.Failure = candidate.Test(inquiry.Request, subject);
        return candidate;
    }

    public GroundReport Grounds =>
        grounds ??= GroundStage.Check(Instrument, inquiry.Facts, inquiry.Request.At, inquiry.Request.Procedure, Kinds);

    /// <summary>How many grounds are open and how many unknown.</summary>
    public (int Open, int Unknown) GroundCount =>
        count ??= GroundStage.Count(Instrument, inquiry.Facts, inquiry.Request.At, inquiry.Request.Procedure, Kinds);

    public List<DueTerm> Deadlines =>
        deadlines ??= DeadlineStage.Check(Instrument, inquiry.Provider, inquiry.Events, inquiry.Request.Facts, Kinds);

    private Failure? Test(AssistanceRequest request, RequestSubject subject)
    {
        if (TestParties(request) is { } failed)
        {
            return failed;
        }

        if (PendingRule.Of(this, request) == PendingRule.Lapse)
        {
            return Instrument.Failures.Lapsed;
        }

        (var answer, Matter) = MatterStage.Check(request, subject, Provider, Receiver);
        if (answer == Tri.No)
        {
            return Instrument.Failures.Matter;
        }

        IsMatterOpen = answer == Tri.Unknown;
        return TestHelp(request);
    }

    private Failure? TestParties(AssistanceRequest request)
    {
        var asked = request.Trigger == "request";
        var failed = PartyStage.Failure(Receiver, asked ? "request" : "spontaneous", request.At);
        if (PartyStage.Failure(Provider, asked ? "be-requested" : "spontaneous", request.At) is { } other)
        {
            failed = [.. failed ?? [], .. other];
        }

        if (failed is null)
        {
            return null;
        }

        if (!asked)
        {
            failed.AddRange(Instrument.GivenOn(request.Trigger).Terms);
        }

        return Engine.Failure.At(Instrument, "party", [.. failed]);
    }

    private Failure? TestHelp(AssistanceRequest request)
    {
        var giving = Instrument.GivenOn(request.Trigger);
        Help = AssistanceStage.Check(inquiry, giving, Provider);
        GivesAll = true;
        var (weakest, fallback) = (-1, -1);
        foreach (var kind in Help)
        {
            if (kind.Help >= Engine.Help.Open)
            {
                weakest = Math.Max(weakest, kind.Term!.Rank);
                continue;
            }

            GivesAll = false;
            if (kind.Help == Engine.Help.Fallback)
            {
                fallback = Math.Max(fallback, kind.Term!.Rank);
            }
        }

        Rank = weakest < 0 ? fallback : weakest;
        Kinds = GivesAll ? inquiry.Kinds : KindsGiven();
        return Kinds.IsEmpty ? giving.Failure : null;
    }

    private ImmutableArray<string> KindsGiven()
    {
        var kinds = new List<string>(Help.Length);
        foreach (var kind in Help)
        {
            var given = kind.Help switch
            {
                Engine.Help.Not => null,
                Engine.Help.Fallback => kind.Term!.Fallback,
                _ => kind.Kind,
            };
            if (given is not null && !kinds.Contains(given))
            {
                kinds.Add(given);
            }
        }

        return [.. kinds];
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
