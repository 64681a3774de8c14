namespace CaseCoordination.SystemTests.Harness;

/// <summary>The steps of one joint investigation, each waiting for what the other side did before.</summary>
internal sealed class Investigation(Cast cast)
{
    public Guid Id { get; private set; }

    /// <summary>Opens a case, fills it and files it, inviting the two others.</summary>
    public async Task FileAsync()
    {
        await DraftAsync();
        await cast.Lead.FileAsync(Id, cast.Joiner.Authority, cast.Decliner.Authority);
        Journal.Tell($"filed {Id}");
    }

    public async Task DraftAsync()
    {
        Id = await cast.Lead.OpenAsync();
        await cast.Lead.AddSubjectAsync(Id);
        await cast.Lead.AddAllegationAsync(Id);
    }

    /// <summary>One joins, the other declines, and the lead hears of both.</summary>
    public async Task AnswerAsync()
    {
        await Task.WhenAll(
            AnswerAsync(cast.Joiner, cast.Joiner.JoinAsync),
            AnswerAsync(cast.Decliner, cast.Decliner.DeclineAsync)
        );
        await cast.Lead.AwaitAsync(
            Id,
            s => s.StateOf(cast.Joiner.Authority) == "joined" && s.StateOf(cast.Decliner.Authority) == "declined",
            "both have answered"
        );
        Journal.Tell($"answered {Id}");
    }

    /// <summary>Both of the others join.</summary>
    public async Task JoinAllAsync()
    {
        await Task.WhenAll(
            AnswerAsync(cast.Joiner, cast.Joiner.JoinAsync),
            AnswerAsync(cast.Decliner, cast.Decliner.JoinAsync)
        );
        await cast.Lead.AwaitAsync(
            Id,
            s => s.StateOf(cast.Joiner.Authority) == "joined" && s.StateOf(cast.Decliner.Authority) == "joined",
            "both have joined"
        );
        Journal.Tell($"all joined {Id}");
    }

    /// <summary>The lead goes to the partner that joined, and comes back.</summary>
    public async Task LendLeadAsync()
    {
        await HandOverAsync(cast.Lead, cast.Joiner);
        await HandOverAsync(cast.Joiner, cast.Lead);
    }

    /// <summary>The lead closes the investigation, the partner its own file.</summary>
    public async Task CloseAsync()
    {
        await cast.Lead.CloseAsync(Id, "settled");
        await cast.Joiner.AwaitAsync(Id, s => s.LeadOutcome == "settled", "the lead has closed");
        await cast.Joiner.CloseAsync(Id, "warned");
    }

    private async Task AnswerAsync(Officer partner, Func<Guid, Task> answer)
    {
        await partner.AwaitAsync(Id, s => s.Stage == "invited", "it is invited");
        await partner.AcknowledgeAsync(Id);
        await answer(Id);
    }

    private async Task HandOverAsync(Officer from, Officer to)
    {
        await from.OfferLeadAsync(Id, to.Authority);
        await to.AwaitAsync(Id, s => s.LeadOffer?.To == to.Authority, "the lead is offered");
        await to.AcceptLeadAsync(Id);
        await from.AwaitAsync(Id, s => s.Role == "partner" && s.Lead == to.Authority, "the lead has gone over");
        await to.AwaitAsync(Id, s => s.StateOf(from.Authority) == "joined", "the former lead is a partner");
    }
}
