using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;

namespace CaseCoordination.EnforcementActions.Measures.Connections;

/// <summary>What a connection is told to do.</summary>
/// <param name="Instruction">apply, lift or end.</param>
internal sealed record InstructionMessage(
    Guid Id,
    string Instruction,
    Guid Action,
    string Measure,
    string Kind,
    string? Place,
    IReadOnlyList<MessageTarget> Targets,
    MessageTitle Title,
    Money? Fine,
    DateTimeOffset ReleaseAt,
    DateTimeOffset? EndsAt,
    string? Reason
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string JsonOf(CoordinatedAction file, MeasureFile measure, Instruction told) =>
        JsonSerializer.Serialize(
            new InstructionMessage(
                told.Id,
                told.Kind,
                file.Id,
                measure.Id,
                measure.Plan.Kind,
                measure.Plan.Place,
                [
                    .. measure.Targets.Select(t => new MessageTarget(
                        t.Kind,
                        t.Name,
                        [.. t.Identifiers.Select(i => new MessageIdentifier(i.Scheme, i.Value))]
                    )),
                ],
                new(measure.Title.Number, measure.Title.IssuedBy, measure.Title.IssuedOn),
                measure.Plan.Fine,
                file.Plan.Schedule.ReleaseAt,
                measure.EndsAt,
                measure.LiftedFor
            ),
            Options
        );
}

internal sealed record MessageTarget(string Kind, string Name, IReadOnlyList<MessageIdentifier> Identifiers);

internal sealed record MessageIdentifier(string Scheme, string Value);

internal sealed record MessageTitle(string Number, string IssuedBy, string IssuedOn);
