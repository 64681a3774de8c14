using System.Net.Http.Json;
using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.DataSharing.Notices;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Letters;
using CaseCoordination.DataSharing.Notices.Licences;
using CaseCoordination.DataSharing.Notices.Questions;
using CaseCoordination.DataSharing.Records;
using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.DataSharing.Records.Intake;
using CaseCoordination.DataSharing.Records.Questions;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.DataSharing.Tests.Records;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Notices;

/// <summary>A register that comes in makes drafts of what it newly shows as lost, and a person offers them.</summary>
public sealed class LicenceNoticeTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private const string Head = "name,licenceNumber,lei,status,validFrom\n";
    private const string Lei = "529900T8BM49AURSDO55";
    private const string OtherLei = "549300S18I523MZORK73";
    private const int Most = 50;
    private static readonly string[] Groups = ["digital-assets"];

    [Fact]
    public async Task What_a_register_newly_shows_as_lost_is_drafted_and_offered_by_a_person()
    {
        await node.TeachAsync();
        using var steward = Steward();
        using var officer = Desk();
        await IngestAsync(steward, $"Alpha,A-1,{Lei},Active,2020-01-01\n");
        var second = await IngestAsync(
            steward,
            $"Alpha,A-1,{Lei},Revoked,2026-03-01\nAble,A-2,,Refused,2026-02-01\nQuiet,A-3,,Suspended,2026-02-01\nFine,A-4,,Active,2020-01-01\n"
        );
        Assert.Equal(new LicenceNotices(3, 0, 0), second.Notices);
        Assert.Equal(2, second.Version);
        var drafts = await DraftsAsync(officer, "Alpha", "Able", "Quiet");
        Assert.Equal(
            ["licence-changed", "licence-refused", "licence-withdrawn"],
            drafts.Select(d => d.Kind).Order(StringComparer.Ordinal)
        );
        Assert.All(drafts, d => Assert.Equal("draft", d.State));
        Assert.Equal(3, drafts.Select(d => d.Reference).Distinct(StringComparer.Ordinal).Count());

        var revoked = drafts.Single(d => d.Kind == "licence-withdrawn");
        var sheet = await SheetAsync(officer, revoked.Id);
        Assert.Equal(Groups, sheet.Groups);
        Assert.Equal(
            new SubjectIdentifier("lei", Lei),
            Assert.Single(Assert.Single(sheet.Content!.Subjects).Identifiers)
        );
        var timeline = await officer.Http.GetStringAsync($"/api/notices/{revoked.Id}/timeline");
        Assert.Contains("steward-1", timeline, StringComparison.Ordinal);

        var content = sheet.Content with { Matter = new Matter("manipulation", "derivatives", "yes") };
        using var revised = await officer.PutAsync($"/api/notices/{revoked.Id}/content", content, "\"1\"");
        Assert.True(revised.IsSuccessStatusCode, await revised.Content.ReadAsStringAsync());
        await officer.DoAsync($"/api/notices/{revoked.Id}/offer", new { });
        await node.CarryAsync(revoked.Id, NoticeLetterKinds.Offer);
        using var partner = new RequestClient(node.As("MSA-FMA", "officer-2", [Roles.Officer], ["market-abuse"]));
        var received = await Eventually.GetAsync(
            () => partner.PageAsync<NoticeLine>("/api/notices?q=alpha&kind=licence-withdrawn"),
            page => page.Items.Count > 0,
            "the notice at the partner"
        );
        Assert.Equal(("received", "XA-SMA"), (received.Items[0].State, received.Items[0].From));
    }

    [Fact]
    public async Task What_an_earlier_batch_said_already_is_not_drafted_again_and_a_worse_word_is()
    {
        using var steward = Steward();
        using var officer = Desk();
        var rows = "Beta,B-1,,Suspended,2026-01-01\nBravo,B-2,,Refused,2026-01-01\n";
        Assert.Equal(new LicenceNotices(2, 0, 0), (await IngestAsync(steward, rows)).Notices);
        Assert.Equal(new LicenceNotices(0, 0, 2), (await IngestAsync(steward, rows)).Notices);
        var worse = await IngestAsync(steward, "Beta,B-1,,Withdrawn,2026-01-01\nBravo,B-2,,Rejected,2026-02-01\n");
        Assert.Equal(new LicenceNotices(1, 0, 1), worse.Notices);
        await IngestAsync(steward, "Beta,B-1,,Active,2026-02-01\n");
        Assert.Equal(
            new LicenceNotices(1, 0, 0),
            (await IngestAsync(steward, "Beta,B-1,,Suspended,2026-02-02\n")).Notices
        );
        Assert.Equal(4, (await DraftsAsync(officer, "Beta", "Bravo")).Count);
    }

    [Fact]
    public async Task The_last_word_of_a_batch_counts_wherever_it_stands_in_the_file()
    {
        using var steward = Steward();
        var newestFirst =
            "Gamma,C-1,,Active,2026-02-01\nGamma,C-1,,Suspended,2025-01-01\nGamma,C-1,,Refused,2024-01-01\n";
        Assert.Equal(new LicenceNotices(0, 0, 0), (await IngestAsync(steward, newestFirst)).Notices);
        var lost = "Gamma,C-1,,Revoked,2026-03-01\n" + newestFirst;
        Assert.Equal(new LicenceNotices(1, 0, 0), (await IngestAsync(steward, lost)).Notices);
        Assert.Equal(new LicenceNotices(0, 0, 1), (await IngestAsync(steward, lost)).Notices);
    }

    [Fact]
    public async Task Licences_of_one_holder_are_told_apart()
    {
        using var steward = Steward();
        await IngestAsync(steward, $"Dory,D-1,{OtherLei},Refused,2026-01-01\n");
        Assert.Equal(
            new LicenceNotices(2, 0, 0),
            (
                await IngestAsync(
                    steward,
                    $"Dory,D-2,{OtherLei},Refused,2026-01-01\nDory,,{OtherLei},Refused,2026-01-01\n"
                )
            ).Notices
        );
    }

    [Fact]
    public async Task A_first_load_makes_no_more_drafts_than_are_allowed_and_counts_the_rest()
    {
        using var steward = Steward();
        using var officer = Desk();
        var rows = string.Concat(Enumerable.Range(1, 2500).Select(i => $"Echo,E-{i},,Refused,2026-01-01\n"));
        var batch = await IngestAsync(steward, rows);
        Assert.Equal(new LicenceNotices(Most, 2500 - Most, 0), batch.Notices);
        var drafts = await DraftsAsync(officer, "Echo");
        Assert.Equal(Most, drafts.Count);
        using var other = Steward("XB-DAC");
        Assert.Equal(new LicenceNotices(1, 0, 0), (await IngestAsync(other, "Echo,E-1,,Refused,2026-01-01\n")).Notices);
        Assert.Equal(Most, (await DraftsAsync(officer, "Echo")).Count);
    }

    [Fact]
    public async Task What_stopped_half_way_is_finished_and_nothing_is_drafted_twice()
    {
        using var steward = Steward();
        using var officer = Desk();
        var ingested = Ingested(Guid.CreateVersion7(node.Clock.GetUtcNow()));
        var first = DraftFromRegister.IdOf("XA-SMA", ingested.BatchId, 1);
        await using (var session = node.Services.GetRequiredService<AuthoritySessions>().Open("XA-SMA", "test"))
        {
            var draft = new DraftNotice(first, "XA-SMA", "XA-NOT-2026-9999", NoticeSamples.Refused, Groups, []);
            await session.DecideAsync<Notice, NoticeEvent>(
                first,
                current => DraftNotice.Decide(current, draft, TheTurn),
                TestContext.Current.CancellationToken
            );
            await session.DecideAsync<RecordBatch, RecordBatchEvent>(
                ingested.BatchId,
                _ => ingested,
                TestContext.Current.CancellationToken,
                along: token =>
                    RecordStore.AddAsync(session, "licences", ingested.BatchId, [Row(1, "F-1"), Row(2, "F-2")], token)
            );
        }

        Assert.Equal(new LicenceNotices(2, 0, 0), (await WaitAsync(steward, ingested.BatchId)).Notices);
        var second = DraftFromRegister.IdOf("XA-SMA", ingested.BatchId, 2);
        var drafts = new[] { await SheetAsync(officer, first), await SheetAsync(officer, second) };
        Assert.Equal([1L, 1L], drafts.Select(d => d.Version));
        Assert.Equal("XA-NOT-2026-9999", drafts[0].Reference);
        Assert.Equal("Licence refused: Foxtrot", drafts[1].Content!.Title);

        // Said again, it is heard before what is said after it.
        await node.Bus.SayAsync(
            new LicencesIngested
            {
                BatchId = ingested.BatchId,
                Authority = "XA-SMA",
                At = ingested.At,
            },
            "XA-SMA"
        );
        await IngestAsync(steward, "Foxtrot,F-3,,Active,2026-01-01\n");
        Assert.Equal(2, (await WaitAsync(steward, ingested.BatchId)).Version);
        Assert.Equal(1, (await SheetAsync(officer, first)).Version);

        static NewRecord Row(int number, string licence) =>
            new(
                number,
                Noon,
                [$"licence:{licence}"],
                $$"""{"name":"Foxtrot","licenceNumber":"{{licence}}","status":"Refused"}"""
            );
    }

    [Fact]
    public async Task Drafts_stay_when_the_batch_is_withdrawn()
    {
        using var steward = Steward();
        using var officer = Desk();
        var batch = await IngestAsync(steward, "Golf,G-1,,Refused,2026-01-01\n");
        await DraftsAsync(officer, "Golf");
        using var requests = new RequestClient(node.As("XA-SMA", "steward-1", [Roles.DataSteward]));
        await requests.DoAsync($"/api/record-batches/{batch.Id}/withdrawal", new { reason = "Sent by mistake." });
        var withdrawn = await WaitAsync(steward, batch.Id);
        Assert.Equal(("withdrawn", batch.Notices), (withdrawn.State, withdrawn.Notices));
        var draft = Assert.Single(await DraftsAsync(officer, "Golf"));
        Assert.Equal("draft", draft.State);
    }

    [Fact]
    public void What_was_drafted_is_noted_once()
    {
        var ingested = Ingested(RequestId);
        var told = new LicenceNoticesDrafted(3, 4, 5, Noon);
        Decision<RecordBatchEvent> Note(RecordBatch batch) =>
            NoteLicenceNotices.Decide(batch, new(new LicenceNotices(3, 4, 5)), Noon);
        new Given<RecordBatch, RecordBatchEvent>().When(Note).ThenRefused("batch-unknown");
        new Given<RecordBatch, RecordBatchEvent>(ingested).When(Note).Then(told);
        new Given<RecordBatch, RecordBatchEvent>(ingested, told).When(Note).ThenNothing();
        new Given<RecordBatch, RecordBatchEvent>(ingested, new RecordsWithdrawn("No.", Officer, Noon))
            .When(Note)
            .Then(told);
    }

    [Fact]
    public void Only_licences_are_announced()
    {
        var told = RecordAnnouncements.Announce(Ingested(RequestId), "XA-SMA").Single();
        var contract = Assert.IsType<LicencesIngested>(told.Contract);
        Assert.Equal((RequestId, "XA-SMA", Noon), (contract.BatchId, contract.Authority, contract.At));
        Assert.Equal(("XA-SMA", "licences"), (told.RoutingKey, told.Lane));
        Assert.Empty(RecordAnnouncements.Announce(Ingested(RequestId) with { Category = "trades" }, "XA-SMA"));
        Assert.Empty(RecordAnnouncements.Announce(new RecordsWithdrawn("No.", Officer, Noon), "XA-SMA"));
    }

    private RecordClient Steward(string authority = "XA-SMA") =>
        new(node.As(authority, "steward-1", [Roles.DataSteward]));

    private RequestClient Desk() => new(node.As("XA-SMA", "officer-1", [Roles.Officer], Groups));

    private static RecordsIngested Ingested(Guid batch) =>
        new(
            batch,
            "licences",
            "v1",
            null,
            new SentFile("text/csv", "ab", 12),
            2,
            2,
            false,
            [],
            [],
            null,
            "steward-1",
            Noon
        );

    /// <summary>The batch once it was looked through.</summary>
    private static async Task<BatchEntry> IngestAsync(RecordClient steward, string rows)
    {
        var answer = await steward.IngestAsync("licences", Head + rows);
        return await WaitAsync(steward, (Guid)answer["id"]!);
    }

    private static Task<BatchEntry> WaitAsync(RecordClient steward, Guid batch) =>
        Eventually.GetAsync(
            async () => (await steward.Http.GetFromJsonAsync<BatchEntry>($"/api/record-batches/{batch}"))!,
            b => b.Notices is not null,
            "the batch to be looked through"
        );

    private static async Task<NoticeSheet> SheetAsync(RequestClient officer, Guid id) =>
        (await officer.Http.GetFromJsonAsync<NoticeSheet>($"/api/notices/{id}"))!;

    private static async Task<IReadOnlyList<NoticeLine>> DraftsAsync(RequestClient officer, params string[] names)
    {
        var found = new List<NoticeLine>();
        foreach (var name in names)
        {
            found.AddRange((await officer.PageAsync<NoticeLine>($"/api/notices?q={name}&size=200")).Items);
        }

        return found;
    }
}
