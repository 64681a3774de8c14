using MassTransit;

namespace CaseCoordination.Platform.Messaging;

/// <summary>
/// A message whose handling was stopped, by an orderly end or a lost connection, goes back to its queue; without this it
/// would count as faulty and go to an error queue that nobody reads. Every other fault was parked before it came here.
/// </summary>
internal sealed class StoppedDelivery : IFilter<ExceptionReceiveContext>
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("stopped-delivery");

    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) =>
        context.Exception is OperationCanceledException ? Task.FromException(context.Exception) : next.Send(context);
}
