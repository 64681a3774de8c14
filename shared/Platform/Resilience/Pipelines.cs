using System.Net.Sockets;
using System.Runtime.Serialization;
using MassTransit;
using Npgsql;
using Polly;
using Polly.Retry;

namespace CaseCoordination.Platform.Resilience;

/// <summary>Every retry and timeout of the system, named once, each with its reason.</summary>
internal sealed class Pipelines
{
    /// <summary>
    /// One publish: a confirm takes about a millisecond, so ten seconds without one means that the broker is away. Short
    /// retries bridge a broker that restarts; after that the page is rolled back and comes again.
    /// </summary>
    public ResiliencePipeline Publish { get; } =
        new ResiliencePipelineBuilder()
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = 4,
                    Delay = TimeSpan.FromMilliseconds(250),
                    MaxDelay = TimeSpan.FromSeconds(2),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = args => ValueTask.FromResult(IsTransport(args.Outcome.Exception)),
                }
            )
            .AddTimeout(TimeSpan.FromSeconds(10))
            .Build();

    /// <summary>
    /// One message at a consumer while the database is away: held and retried for as long as it takes, because the queue is
    /// the safest place for it and nothing else could be done with it.
    /// </summary>
    public ResiliencePipeline WhileDatabaseIsAway { get; } =
        new ResiliencePipelineBuilder()
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = int.MaxValue,
                    Delay = TimeSpan.FromMilliseconds(200),
                    MaxDelay = TimeSpan.FromSeconds(5),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = args => ValueTask.FromResult(IsDatabase(args.Outcome.Exception)),
                }
            )
            .Build();

    /// <summary>
    /// One message whose effect failed: a few short repeats, because the usual cause is a message that came before its cause
    /// or a lost race. What still fails is parked and tried later.
    /// </summary>
    public ResiliencePipeline Consume { get; } =
        new ResiliencePipelineBuilder()
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = 4,
                    Delay = TimeSpan.FromMilliseconds(50),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = args =>
                        ValueTask.FromResult(
                            args.Outcome.Exception is { } e and not OperationCanceledException && !IsDatabase(e)
                        ),
                }
            )
            .Build();

    /// <summary>True when the broker, not the message, is the cause.</summary>
    public static bool IsTransport(Exception? e) => e is not (null or MessageReturnedException) && !IsMessageFault(e);

    /// <summary>True when the database cannot be reached or asks to try again.</summary>
    public static bool IsDatabase(Exception? e) =>
        e switch
        {
            null => false,
            PostgresException postgres => postgres.IsTransient
                || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal),
            NpgsqlException => true,
            SocketException => true,
            _ => IsDatabase(e.InnerException),
        };

    private static bool IsMessageFault(Exception e) =>
        e is System.Text.Json.JsonException or NotSupportedException or SerializationException;
}
