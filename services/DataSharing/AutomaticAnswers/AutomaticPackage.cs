using System.Globalization;
using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Items;
using CaseCoordination.DataSharing.Records;
using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using Conditions = CaseCoordination.DataSharing.Packages.Domain.Conditions;
using Request = CaseCoordination.DataSharing.Requests.Domain.Request;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>Takes records that were asked for, packs them as a rule says and releases the package; doing it again gives the same one.</summary>
public sealed class AutomaticPackage(
    RecordQuery records,
    RecordCategories categories,
    Vault vault,
    PackageLaw law,
    PackageSettings settings,
    [FromKeyedServices(PreparePackage.References)] References references
)
{
    /// <summary>How many records are asked for.</summary>
    public Task<long> CountAsync(AuthoritySession session, RecordsAsk ask, CancellationToken cancellation) =>
        records.CountAsync(session, FilterOf(ask), cancellation);

    /// <summary>Prepares, approves and releases; the rule's approver answers for what the rule gives.</summary>
    public async Task<Gift> ReleaseAsync(
        AuthoritySession session,
        AnswerRule rule,
        Request request,
        RecordsAsk ask,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var id = DeterministicId.Of("automatic-package", request.Id.ToString("N"), rule.Id.ToString("N"));
        var turn = new Turn(AnswerAutomatically.By, id, now);
        var file = await PrepareAsync(session, id, rule, request, turn, cancellation);
        var open = await law.AskAsync(session, file, request, now, cancellation);
        if (open.Stop is { } stop)
        {
            return new Gift(id, 0, stop.Code);
        }

        var withheld = WithheldOf(rule, ReleaseRules.MayGivePersonalData(file, open));
        var count = await PackAsync(session, file, rule, ask, withheld, turn, cancellation);
        var outcome = await GoAsync(session, id, rule, request, open, turn, cancellation);
        return new Gift(id, count, outcome.Refusal?.Code);
    }

    private async Task<Package> PrepareAsync(
        AuthoritySession session,
        Guid id,
        AnswerRule rule,
        Request request,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var (file, version) = await session.LoadAsync<Package>(id, cancellation);
        if (version > 0)
        {
            return file;
        }

        var command = new PreparePackage(
            id,
            id,
            session.Authority,
            await references.NextAsync(session.Authority, turn.Now, cancellation),
            request.Asker,
            request.Id,
            null,
            $"{rule.Terms.Category} for {request.TheirReference ?? request.Reference}",
            Conditions.None,
            rule.Terms.PersonalDataReason,
            [.. request.Groups],
            [.. request.Members],
            []
        );
        return (
            await session.DecideAsync<Package, PackageEvent>(
                id,
                current => PreparePackage.Decide(current, command, turn),
                cancellation
            )
        ).State;
    }

    private string[] WithheldOf(AnswerRule rule, bool givesPersonalData) =>
        Shapes.Distinct(givesPersonalData ? rule.Terms.Withhold : [.. rule.Terms.Withhold, .. PersonalOf(rule)]);

    private string[] PersonalOf(AnswerRule rule) =>
        [.. categories.Find(rule.Terms.Category)!.Fields.Where(f => f.IsPersonal).Select(f => f.Path)];

    // The original stays in the vault as it was when it was given, and beside it the copy without what is left out.
    private async Task<long> PackAsync(
        AuthoritySession session,
        Package file,
        AnswerRule rule,
        RecordsAsk ask,
        string[] withheld,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var count = 0L;
        var whole = await WriteAsync([]);
        if (file.Items.IsEmpty)
        {
            var isTable = IsTable(rule);
            var personal = PersonalOf(rule);
            await session.DecideAsync<Package, PackageEvent>(
                file.Id,
                current =>
                    current.Items.IsEmpty
                        ? AddItem.DecideStored(
                            current,
                            new AddItem(
                                new NewItem(
                                    $"{rule.Terms.Category}.{(isTable ? "csv" : "jsonl")}",
                                    isTable ? "text/csv" : "application/jsonl",
                                    whole.Size,
                                    whole.Sha256,
                                    rule.Terms.Category,
                                    rule.Terms.Tlp["TLP:".Length..],
                                    rule.Terms.Handling,
                                    personal.Length > 0,
                                    personal,
                                    Source: NewItem.Records
                                )
                            ),
                            whole,
                            turn
                        )
                        : new Decider.NoChange(),
                cancellation
            );
        }

        if (withheld.Length > 0)
        {
            var copy = await WriteAsync(withheld);
            await session.DecideAsync<Package, PackageEvent>(
                file.Id,
                current =>
                    current.Find(1) is { Sha256: { } original, Rendition: null }
                        ? FilterItem.Decide(current, new FilterItem(1, original, withheld, copy), turn)
                        : new Decider.NoChange(),
                cancellation
            );
        }

        return count;

        Task<ContentFacts> WriteAsync(string[] leftOut) =>
            vault.KeepAsync(
                session.Authority,
                async (stream, ct) =>
                    count = await records.WriteAsync(
                        session,
                        FilterOf(ask),
                        stream,
                        IsTable(rule) ? RecordFormat.Csv : RecordFormat.Lines,
                        leftOut.ToHashSet(StringComparer.Ordinal),
                        ct
                    ),
                cancellation
            );
    }

    private async Task<Outcome<Package>> GoAsync(
        AuthoritySession session,
        Guid id,
        AnswerRule rule,
        Request request,
        ReleaseLaw open,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var approver = turn with { By = rule.ApprovedBy! };
        var approval = new ApprovePackage($"By approving the rule \"{rule.Terms.Name}\".");
        var key = ReleasePackage.NewKey(session.Authority);
        await session.DecideAsync<Package, PackageEvent>(
            id,
            current =>
                current.Release is null
                    ? ApprovePackage.Decide(current, approval, open, approver)
                    : new Decider.NoChange(),
            cancellation
        );
        return await session.DecideAsync<Package, PackageEvent>(
            id,
            current => ReleasePackage.Decide(current, new(key, request.Tie), open, turn, settings),
            cancellation
        );
    }

    private bool IsTable(AnswerRule rule) => categories.Find(rule.Terms.Category)!.IsTable;

    private static RecordFilter FilterOf(RecordsAsk ask) =>
        new(ask.Category)
        {
            Identifiers = [.. ask.Identifiers.Select(i => (i.Scheme, i.Value))],
            Venue = ask.Venue,
            From = StartOf(ask.From),
            To = StartOf(ask.To)?.AddDays(1),
        };

    private static DateTimeOffset? StartOf(string? day) =>
        day is null
            ? null
            : new DateTimeOffset(
                DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                TimeOnly.MinValue,
                TimeSpan.Zero
            );
}
