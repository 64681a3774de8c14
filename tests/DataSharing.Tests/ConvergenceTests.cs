using System.Text.Json;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Forms;
using CaseCoordination.DataSharing.Requests.Inbound;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests;

/// <summary>
/// Both sides act at random while letters between them are doubled, delayed and reordered at random: once all have arrived, both
/// files say the same of the request.
/// </summary>
public sealed class ConvergenceTests
{
    [Fact]
    public void Both_files_agree_whatever_happened_to_the_letters_between()
    {
        var ends = new Dictionary<RequestStage, int>();
        var reopened = 0;
        for (var seed = 1; seed <= 4000; seed++)
        {
            var world = new World(seed);
            world.Run(steps: 120);
            world.Settle();
            world.Agree();
            ends[world.Stage] = ends.GetValueOrDefault(world.Stage) + 1;
            reopened += world.Rounds > 1 ? 1 : 0;
        }

        // The runs are worth little if they rarely reach an end or never open it again.
        Assert.All(
            (RequestStage[])[RequestStage.Closed, RequestStage.Withdrawn, RequestStage.Lapsed],
            stage => Assert.True(ends.GetValueOrDefault(stage) > 20, $"{stage}: {ends.GetValueOrDefault(stage)}")
        );
        Assert.True(reopened > 100, $"{reopened} reopened only");
    }

    private sealed class World
    {
        private readonly Dictionary<string, Request> _files = new(StringComparer.Ordinal)
        {
            [Asker] = State(Drafted with { Content = Oral }),
            [Asked] = new(),
        };
        private readonly List<ReceivedLetter> _underWay = [];
        private readonly Random _random;
        private readonly int _seed;
        private DateTimeOffset _now = Noon;
        private int _acts;

        public World(int seed) => (_seed, _random) = (seed, new Random(seed));

        private static Content Oral => TheContent with { Urgent = true, Oral = true };

        public RequestStage Stage => _files[Asker].Stage;

        public int Rounds => _files[Asker].Round;

        public void Run(int steps)
        {
            if (_random.Next(2) == 0)
            {
                Act(Asker, ConsultOnDraft.Decide);
            }

            for (var i = 0; i < steps; i++)
            {
                _now = _now.AddHours(_random.Next(12));
                if (_random.Next(2) == 0)
                {
                    DeliverOne(keep: _random.Next(4) == 0);
                }
                else if (_random.Next(2) == 0)
                {
                    AskerActs();
                }
                else
                {
                    AskedActs();
                }
            }
        }

        /// <summary>Delivers until nothing more happens; what waits for its cause is tried again.</summary>
        public void Settle()
        {
            for (var idle = 0; idle < 200 && _underWay.Count > 0; )
            {
                idle = DeliverOne(keep: false) ? 0 : idle + 1;
            }

            Assert.True(
                _underWay.Count == 0,
                $"seed {_seed}: still waiting: {string.Join(", ", _underWay.Select(l => l.Kind))}"
            );
        }

        public void Agree()
        {
            if (_files[Asked].Stage == RequestStage.Unknown)
            {
                return;
            }

            Assert.True(
                SaidOf(_files[Asker]) == SaidOf(_files[Asked]),
                $"seed {_seed}:\n{SaidOf(_files[Asker])}\n{SaidOf(_files[Asked])}"
            );
        }

        // Until the asked authority has said when it is due, the asker's date is its own reckoning.
        private static string SaidOf(Request file) =>
            JsonSerializer.Serialize(
                new
                {
                    Stage = file.Stage == RequestStage.Submitted ? RequestStage.Delivered : file.Stage,
                    file.Round,
                    Due = file.Dues.Any(d => d.Due.Number > 1) ? file.Due : null,
                    file.Consultations,
                    file.Confirmation,
                    file.Acknowledgement,
                    file.Acceptance,
                    file.Clarifications,
                    file.PartAnswers,
                    file.Answers,
                    file.Refusals,
                    file.Escalations,
                    file.Withdrawal,
                    file.Lapse,
                    file.Closing,
                }
            );

        private void AskerActs()
        {
            switch (_random.Next(12))
            {
                case 0 or 1 or 2:
                    Act(Asker, Submit);
                    break;
                case 3:
                    Act(Asker, ConsultOnDraft.Decide);
                    break;
                case 4 or 5:
                    Act(
                        Asker,
                        (f, t) => GiveClarification.Decide(f, new(f.Clarifications.Length, "Reply"), t, TheCalendars)
                    );
                    break;
                case 6 or 7:
                    Act(Asker, (f, t) => EscalateRequest.Decide(f, new("mediation", "No."), t, TheCalendars, Settings));
                    break;
                case 8 or 9:
                    Act(Asker, (f, t) => ConfirmRequest.Decide(f, new("So."), t));
                    break;
                case 10 when _random.Next(12) == 0:
                    Act(Asker, (f, t) => WithdrawRequest.Decide(f, new("Settled."), t));
                    break;
                case 11 when _random.Next(3) == 0:
                    Act(Asker, (f, t) => CloseRequest.Decide(f, new(3, 3, null), t));
                    break;
            }
        }

        private void AskedActs()
        {
            switch (_random.Next(12))
            {
                case 0:
                    Act(Asked, (f, t) => ReplyToConsultation.Decide(f, new("fit", "Good."), t));
                    break;
                case 1:
                    Act(Asked, AcknowledgeRequest.Decide);
                    break;
                case 2:
                    Act(Asked, (f, t) => AcceptRequest.Decide(f, new("Yes."), t));
                    break;
                case 3 or 4:
                    Act(
                        Asked,
                        (f, t) => AskClarification.Decide(f, new($"Question {_acts}"), t, TheCalendars, Settings)
                    );
                    break;
                case 5:
                    Act(Asked, (f, t) => AnswerInPart.Decide(f, new($"Part {_acts}", []), t));
                    break;
                case 6 when _random.Next(3) == 0:
                    Act(Asked, (f, t) => AnswerRequest.Decide(f, new("All.", []), t, TheCalendars, Settings));
                    break;
                case 7 or 8:
                    Act(
                        Asked,
                        (f, t) =>
                            RefuseRequest.Decide(
                                f,
                                new("security", "No."),
                                new(true, "", [], []),
                                t,
                                TheCalendars,
                                Settings
                            )
                    );
                    break;
                case 9:
                    Act(
                        Asked,
                        (f, t) =>
                            ExtendDue.Decide(
                                f,
                                new(DateOnly.FromDateTime(_now.UtcDateTime).AddDays(_random.Next(60)), "Later."),
                                t,
                                TheCalendars,
                                Settings
                            )
                    );
                    break;
                case 10:
                    Act(
                        Asked,
                        (f, t) =>
                            DecideEscalation.Decide(
                                f,
                                new(EscalationResults.All[_random.Next(3)], "So."),
                                t,
                                TheCalendars,
                                Settings
                            )
                    );
                    break;
                case 11:
                    PassClocks();
                    break;
            }
        }

        private void PassClocks()
        {
            foreach (var clock in RequestClocks.Of(_files[Asked]).Where(c => c.FailAt <= _now).ToList())
            {
                Act(
                    Asked,
                    (f, t) => PassRequestClock.Decide(f, new(f.Id, clock.Key, DeadlineStage.Fail, clock.FailAt), t.Now)
                );
            }
        }

        private Decision<RequestEvent> Submit(Request file, Turn turn) =>
            SubmitRequest.Decide(
                file,
                new(false),
                SubmissionPlan.Of(SmallLaw.Book, file, new RequestForms([]), turn.Now, TheCalendars, Settings),
                1,
                turn,
                TheCalendars,
                Settings
            );

        private void Act(string code, Func<Request, Turn, Decision<RequestEvent>> decide)
        {
            if (_files[code].Stage == RequestStage.Unknown)
            {
                return;
            }

            var act = Guid.Parse($"019cae00-0000-7000-a000-{++_acts:000000000000}");
            if (decide(_files[code], new Turn(code, act, _now)) is Events<RequestEvent> { Happened: var happened })
            {
                Record(code, happened);
            }
        }

        private bool DeliverOne(bool keep)
        {
            if (_underWay.Count == 0)
            {
                return false;
            }

            var at = _random.Next(_underWay.Count);
            var letter = _underWay[at];
            var decision = ReadLetter.Decide(_files[letter.Recipient], letter, TheIntake(_now));
            if (decision is Refused<RequestEvent>)
            {
                return false;
            }

            if (!keep)
            {
                _underWay.RemoveAt(at);
            }

            if (decision is Events<RequestEvent> { Happened: var happened })
            {
                Record(letter.Recipient, happened);
            }

            return true;
        }

        private void Record(string code, IReadOnlyList<RequestEvent> happened)
        {
            _files[code] = Fold.Onto(_files[code], happened);
            foreach (var written in happened.OfType<LetterWritten>())
            {
                Assert.True(
                    written.Ask is null != written.ReliesOn is null,
                    $"seed {_seed}: {written.Kind} rests on nothing"
                );
                _underWay.Add(
                    new ReceivedLetter(
                        written.LetterId,
                        code,
                        written.To,
                        written.Kind,
                        RequestId,
                        written.Content,
                        TheBasis,
                        written.At
                    )
                );
            }
        }
    }
}
