using CaseCoordination.Demo.Matters;
using CaseCoordination.Demo.Nodes;

namespace CaseCoordination.Demo.Telling;

/// <summary>What all chapters share: the matter, the node, who acts, and how far the case has come.</summary>
internal sealed class Plot(
    Matter matter,
    NodeAddresses node,
    Api api,
    People people,
    Narrator narrator,
    Patience patience,
    CancellationToken cancellation
)
{
    private readonly Dictionary<string, Person> _officers = new(StringComparer.Ordinal);
    private Guid? _caseId;

    public Matter Matter => matter;
    public NodeAddresses Node => node;
    public Api Api => api;
    public People People => people;
    public Narrator Narrator => narrator;
    public Patience Patience => patience;
    public CancellationToken Cancellation => cancellation;

    public string Lead => matter.Story.Lead.Authority;
    public string Partner => matter.Story.Joins.Authority;
    public string Decliner => matter.Story.Declines.Authority;

    /// <summary>The authorities that act, each of them hosted by the node.</summary>
    public IReadOnlyList<string> Acting => [Lead, Partner, Decliner];

    public Guid CaseId
    {
        get => _caseId ?? throw new StoryFailure("No case is open.");
        set => _caseId = value;
    }

    public void Appoint(string authority, Person officer) => _officers[authority] = officer;

    public Person Officer(string authority) => _officers[authority];

    public Person Auditor(string authority) => Somebody(authority, "auditor");

    /// <summary>The first person at an authority who has a role.</summary>
    public Person Somebody(string authority, string role) =>
        people.With(authority, role) is [var person, ..]
            ? person
            : throw new StoryFailure($"{authority} has no account of the role {role}.");

    public Uri Shared(string path) => new(node.Sharing, path);

    public Uri Cases(string path = "") => new(node.Cases, $"/api/cases{path}");

    public Uri OfCase(string path = "") => Cases($"/{CaseId}{path}");

    public void Say(string authority, string text) => Say(Officer(authority), text);

    public void Say(Person person, string text) => narrator.Say(person.Authority, person.Account, text);

    /// <summary>The officer of an authority does something to its own file.</summary>
    public Task<Answered> DoAsync(string authority, string path, object? body = null) =>
        api.PostAsync(Officer(authority), OfCase(path), body, cancellation);

    public Task<CaseSheet> SheetAsync(string authority) =>
        api.GetAsync<CaseSheet>(Officer(authority), OfCase(), cancellation);

    /// <summary>Waits until an authority's own file says so.</summary>
    public Task<CaseSheet> UntilAsync(string authority, string what, Func<CaseSheet, bool> holds) =>
        patience.UntilAsync(
            $"{authority}'s file to show {what}",
            () => SheetAsync(authority),
            holds,
            sheet =>
                $"stage {sheet.Stage}, {sheet.Role}, lead {sheet.Lead}, "
                + string.Join(", ", sheet.Partners.Select(p => $"{p.Authority} {p.State} {p.Explanation}".TrimEnd())),
            cancellation
        );
}
