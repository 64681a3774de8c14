using System.Text.Json;
using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Holdings.Consents;
using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Inbound;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.DataSharing.Holdings.Trails;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Platform.Store;
using static CaseCoordination.DataSharing.Tests.Holdings.ItemSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Holdings;

/// <summary>
/// MSA-FMA made an item, XA-SMA holds it and passed it on to XB-DAC. All act at random while letters between them are doubled,
/// delayed and reordered: once all have arrived, what the maker knows of everybody is what everybody has done. Where a letter is
/// lost for ever, a gap is shown and nothing better.
/// </summary>
public sealed class HoldingConvergenceTests
{
    [Fact]
    public void Every_file_agrees_whatever_happened_to_the_letters_between()
    {
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 1; seed <= 1500; seed++)
        {
            var world = new World(seed);
            world.Run(steps: 80);
            world.Settle();
            world.Agree();
            foreach (var end in world.Ends())
            {
                ends[end] = ends.GetValueOrDefault(end) + 1;
            }
        }

        // The runs are worth little if they rarely recall, correct, delete, grant or deny.
        Assert.All(
            (string[])["recall", "correction", "deleted-twice", "granted", "denied", "passed-on-after-recall"],
            end => Assert.True(ends.GetValueOrDefault(end) > 50, $"{end}: {ends.GetValueOrDefault(end)}")
        );
    }

    [Fact]
    public void A_receipt_that_is_lost_on_the_way_back_is_shown_as_a_gap_and_heals_by_any_later_one()
    {
        var world = new World(1);
        world.PassOn();
        world.Give(NoticeKinds.Recall);
        world.Settle(l => l.Sender == Third && l.Kind == LetterKinds.Receipt);

        Assert.Equal("confirmed", world.StateAt(Maker, ItemId, Holder));
        Assert.Equal("delivered", world.StateAt(Maker, ItemId, Third));
        world.PassClocks(days: 30);
        Assert.Equal("gap", world.StateAt(Maker, ItemId, Third));
        Assert.Equal("gap", world.StateAt(Holder, OnwardId, Third));
        Assert.Equal("confirmed", world.StateAt(Maker, ItemId, Holder));

        world.Give(NoticeKinds.Correction);
        world.Settle();
        Assert.Equal("confirmed", world.StateAt(Maker, ItemId, Third, NoticeKinds.Recall));
        Assert.Equal("confirmed", world.StateAt(Holder, OnwardId, Third, NoticeKinds.Recall));
    }

    private sealed class World(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly List<ReceivedLetter> _underWay = [];
        private readonly Dictionary<(string, Guid), Consent> _consents = [];
        private readonly Dictionary<(string Code, Guid Id), Holding> _holdings = new()
        {
            [(Holder, ItemId)] = Held(),
            [(Third, OnwardId)] = new(),
        };
        private readonly Dictionary<(string Code, Guid Id), Trail> _trails = new()
        {
            [(Maker, ItemId)] = Fold.Of<Trail>([Given]),
            [(Holder, OnwardId)] = new(),
        };
        private DateTimeOffset _now = Noon;
        private int _acts;
        private bool _passedOnAfterRecall;

        public void Run(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                _now = _now.AddHours(_random.Next(12));
                if (_random.Next(2) == 0)
                {
                    DeliverOne(keep: _random.Next(4) == 0);
                }
                else
                {
                    ActAtRandom();
                }
            }

            PassOn();
        }

        public void Settle(Func<ReceivedLetter, bool>? isLost = null)
        {
            for (var idle = 0; idle < 300 && _underWay.Count > 0; )
            {
                _underWay.RemoveAll(l => isLost?.Invoke(l) == true);
                idle = DeliverOne(keep: false) ? 0 : idle + 1;
            }

            Assert.True(
                _underWay.Count == 0,
                $"seed {seed}: still waiting: {string.Join(", ", _underWay.Select(l => $"{l.Kind} {l.Recipient}"))}"
            );
        }

        public void Agree()
        {
            var (mid, last) = (_holdings[(Holder, ItemId)], _holdings[(Third, OnwardId)]);
            var (first, second) = (_trails[(Maker, ItemId)], _trails[(Holder, OnwardId)]);
            Same(NoticesOf(first.Notices.Select(n => (n.Id, n.Kind, n.Text))), NoticesOf(Said(mid)), "first notices");
            Same(
                NoticesOf(second.Notices.Select(n => (n.Id, n.Kind, n.Text))),
                NoticesOf(Said(last)),
                "second notices"
            );
            foreach (var notice in first.Notices)
            {
                Assert.All(
                    first.Whereabouts,
                    w => Assert.True(w.HasSettled(notice.Id), $"seed {seed}: {w.Authority} has not settled")
                );
            }

            Same(mid.Deletion?.Sha256, first.Certificate?.Sha256, "first certificate");
            Same(last.Deletion?.Sha256, second.Certificate?.Sha256, "second certificate");
            if (first.Notices.Length > 0 || last.Deletion is not null)
            {
                Same(
                    last.Deletion?.At.ToString("O"),
                    first.Whereabouts.Single(w => w.Authority == Third).DeletedAt?.ToString("O"),
                    "the maker's knowledge of the third"
                );
            }

            foreach (var consent in _consents.Keys.Select(k => k.Item2).Distinct())
            {
                var files = _consents.Where(c => c.Key.Item2 == consent).Select(c => c.Value).ToList();
                var asker = files.Single(f => f.AskedBy is null);
                foreach (var file in files)
                {
                    Same(SaysOf(asker, file.Asked.Of), SaysOf(file, file.Asked.Of), "consents");
                }

                var holding = _holdings[(asker.Authority, asker.Holding!.Value)];
                Same(
                    string.Join(
                        ' ',
                        holding
                            .Permissions.Single(p => p.Consent == consent)
                            .Says.Select(s => s.Authority)
                            .Order(StringComparer.Ordinal)
                    ),
                    string.Join(' ', asker.Says.Select(s => s.Authority)),
                    "custody"
                );
            }
        }

        public IEnumerable<string> Ends()
        {
            foreach (var kind in _trails[(Maker, ItemId)].Notices.Select(n => n.Kind).Distinct(StringComparer.Ordinal))
            {
                yield return kind;
            }

            if (_holdings.Values.All(h => h.Deletion is not null))
            {
                yield return "deleted-twice";
            }

            foreach (var stage in _consents.Values.Where(c => c.AskedBy is null).Select(c => c.Stage).Distinct())
            {
                yield return Kebab.Of(stage);
            }

            if (_passedOnAfterRecall)
            {
                yield return "passed-on-after-recall";
            }
        }

        public string StateAt(string code, Guid id, string authority, string? kind = null)
        {
            var sheet = TrailEntry.Of(_trails[(code, id)], new StreamFacts(id, code, 1, _now)).Sheet;
            var notice = kind is null ? sheet.Notices[0] : sheet.Notices.Single(n => n.Kind == kind);
            return notice.Recipients.Single(r => r.Authority == authority).State;
        }

        public void PassOn()
        {
            if (_trails[(Holder, OnwardId)].IsKnown)
            {
                return;
            }

            _passedOnAfterRecall = _holdings[(Holder, ItemId)].Recall is not null;
            Trail(Holder, OnwardId, t => t.IsKnown ? new NoChange() : PassedOnTrail);
            Holding(Third, OnwardId, h => OpenHolding.Decide(h, OnwardOpening, _now, TheCalendars, TheSettings));
            Holding(Holder, ItemId, h => FollowTrail.PassOn(h, WentOn));
            Down(Holder, ItemId);
        }

        public void Give(string kind)
        {
            var turn = NewTurn(Maker);
            Trail(
                Maker,
                ItemId,
                t => TellRecipient.Decide(t, new(turn.Seed, kind, Maker, $"{kind} {_acts}", null), In(1, 3), turn)
            );
        }

        public void PassClocks(int days)
        {
            _now = _now.AddDays(days);
            foreach (var (key, trail) in _trails.ToList())
            {
                foreach (var open in PassTrailClock.Running(trail).ToList())
                {
                    Trail(
                        key.Code,
                        key.Id,
                        t =>
                            PassTrailClock.Decide(
                                t,
                                new PassedDeadline(key.Id, open.Key, DeadlineStage.Fail, open.FailAt),
                                _now
                            )
                    );
                }
            }
        }

        private void ActAtRandom()
        {
            switch (_random.Next(11))
            {
                case 0 when _random.Next(3) == 0:
                    PassOn();
                    break;
                case 1 when _random.Next(4) == 0:
                    Give(NoticeKinds.Recall);
                    break;
                case 2 or 3:
                    Give(NoticeKinds.Correction);
                    break;
                case 4 when _random.Next(4) == 0:
                    Delete(Holder, ItemId);
                    break;
                case 5 when _random.Next(4) == 0:
                    Delete(Third, OnwardId);
                    break;
                case 6:
                    Seek(Holder, ItemId);
                    break;
                case 7:
                    Seek(Third, OnwardId);
                    break;
                default:
                    Answer(_random.Next(2) == 0 ? Maker : Holder);
                    break;
            }
        }

        private void Delete(string code, Guid id)
        {
            var turn = NewTurn(code);
            Holding(code, id, h => h.IsKnown ? DeleteHolding.Decide(h, new("Not needed."), turn) : new NoChange());
        }

        private void Seek(string code, Guid id)
        {
            var file = _holdings[(code, id)];
            if (!file.IsKnown || file.Permissions.Length > 2)
            {
                return;
            }

            var turn = NewTurn(code);
            var command = new SeekPermission(turn.Seed, Tax with { Purpose = _acts % 2 == 0 ? "tax" : "aml" }, "So.");
            Consent(
                code,
                command.ConsentId,
                c =>
                    SeekPermission.Decide(
                        c,
                        command,
                        file,
                        Modes.Consent,
                        [.. file.Originators],
                        In(5, 10, Maker),
                        turn
                    )
            );
            Holding(code, id, h => SeekPermission.Record(h, _consents[(code, command.ConsentId)], turn));
        }

        private void Answer(string code)
        {
            foreach (var (key, file) in _consents.Where(c => c.Key.Item1 == code && c.Value.WaitsForUs).ToList())
            {
                var turn = NewTurn(code);
                Consent(
                    code,
                    file.Id,
                    c => AnswerConsent.Decide(c, new(_random.Next(3) > 0, "So.", null, null, true), turn)
                );
            }
        }

        private bool DeliverOne(bool keep)
        {
            if (_underWay.Count == 0)
            {
                return false;
            }

            var letter = _underWay[_random.Next(_underWay.Count)];
            if (!Take(letter))
            {
                return false;
            }

            if (!keep)
            {
                _underWay.Remove(letter);
            }

            return true;
        }

        // As the consumer does: the letter's own file, then what follows from it elsewhere.
        private bool Take(ReceivedLetter letter)
        {
            var (code, id) = (letter.Recipient, letter.Conversation);
            if (LetterKinds.IsOfConsent(letter.Kind))
            {
                var told = LetterJson.Read<AskLetter>(letter.Content);
                var trail = told is null
                    ? new Trail()
                    : _trails.GetValueOrDefault((code, HoldingIds.Of(told.Package, told.Number, letter.Sender)))
                        ?? new();
                var source = trail.SourceHolding is { } s ? _holdings[(code, s)] : null;
                if (!Consent(code, id, c => HoldingReception.Decide(c, letter, trail, source, _now)))
                {
                    return false;
                }

                var file = _consents[(code, id)];
                if (file.Holding is { } holding)
                {
                    Holding(code, holding, h => HearOriginator.Record(h, file, _now));
                }

                return true;
            }

            if (LetterKinds.IsOfTrail(letter.Kind))
            {
                var isTaken = Holding(code, id, h => HoldingReception.Decide(h, letter, In(5, 10), _now));
                Down(code, id);
                Delivered(letter);
                return isTaken;
            }

            var isHeard = Trail(code, id, t => HoldingReception.Decide(t, letter, _now));
            Up(code, id);
            return isHeard;
        }

        // The border tells the sender that its letter is there.
        private void Delivered(ReceivedLetter letter)
        {
            Trail(
                letter.Sender,
                letter.Conversation,
                t =>
                    RecordHoldingProgress.Decide<TrailEvent>(
                        t.Mail,
                        new(letter.LetterId, letter.Recipient, letter.Kind, LetterSteps.Delivered, null, null, _now),
                        n => new TrailLetterMoved(n)
                    )
            );
            Up(letter.Sender, letter.Conversation);
        }

        private void Down(string code, Guid id)
        {
            var file = _holdings[(code, id)];
            foreach (var passed in file.PassedOn)
            {
                foreach (var (command, own) in Relay.NoticesOf(file, NewTurn(code)))
                {
                    Trail(code, passed.Trail, t => TellRecipient.Decide(t, command, In(1, 3, passed.To), own));
                    Up(code, passed.Trail);
                }
            }
        }

        private void Up(string code, Guid id)
        {
            var trail = _trails[(code, id)];
            if (trail.SourceHolding is { } source)
            {
                Holding(code, source, h => FollowTrail.Decide(h, id, trail.Whereabouts, NewTurn(code)));
            }
        }

        private bool Holding(string code, Guid id, Func<Holding, Decision<HoldingEvent>> decide)
        {
            var decision = decide(_holdings[(code, id)]);
            if (decision is Events<HoldingEvent> { Happened: var happened })
            {
                _holdings[(code, id)] = Fold.Onto(_holdings[(code, id)], happened);
                Send(code, happened.OfType<HoldingLetterWritten>().Select(e => e.Letter));
            }

            return decision is not Refused<HoldingEvent>;
        }

        private bool Trail(string code, Guid id, Func<Trail, Decision<TrailEvent>> decide)
        {
            var decision = decide(_trails[(code, id)]);
            if (decision is Events<TrailEvent> { Happened: var happened })
            {
                _trails[(code, id)] = Fold.Onto(_trails[(code, id)], happened);
                Send(code, happened.OfType<TrailLetterWritten>().Select(e => e.Letter));
            }

            return decision is not Refused<TrailEvent>;
        }

        private bool Consent(string code, Guid id, Func<Consent, Decision<ConsentEvent>> decide)
        {
            var current = _consents.GetValueOrDefault((code, id)) ?? new();
            var decision = decide(current);
            if (decision is Events<ConsentEvent> { Happened: var happened })
            {
                _consents[(code, id)] = Fold.Onto(current, happened);
                Send(code, happened.OfType<ConsentLetterWritten>().Select(e => e.Letter));
            }

            return decision is not Refused<ConsentEvent>;
        }

        private void Send(string code, IEnumerable<LetterOut> letters) =>
            _underWay.AddRange(
                letters.Select(l => new ReceivedLetter(
                    l.Id,
                    code,
                    l.To,
                    l.Kind,
                    l.Conversation,
                    l.Content,
                    ItemBasis,
                    l.At
                ))
            );

        private Turn NewTurn(string code) =>
            new(code, Guid.Parse($"019cae00-0000-7000-a000-{++_acts:000000000000}"), _now);

        private void Same(string? expected, string? actual, string what) =>
            Assert.True(expected == actual, $"seed {seed}: {what}\n{expected}\n{actual}");

        private static IEnumerable<(Guid, string, string)> Said(Holding file) =>
            file.Notices.Select(n => (n.Id, n.Kind, n.Text));

        private static string NoticesOf(IEnumerable<(Guid, string, string)> notices) =>
            string.Join('\n', notices.Order());

        private static string SaysOf(Consent file, string[] of) =>
            JsonSerializer.Serialize(
                file.Says.Where(s => of.Contains(s.Authority))
                    .Select(s => new
                    {
                        s.Authority,
                        s.Answer,
                        s.Reason,
                    })
            );
    }
}
