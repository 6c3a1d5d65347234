package io.eastwest.model.analysis;

import java.util.List;

/** All checks. Their order does not matter: problems are sorted by place. */
final class Checks {
    static final List<Check> ALL = List.of(
            WebhookFindings::check,
            DestinationHosts::check,
            DestinationSubsets::check,
            GatewayReferences::check,
            MeshHostConflicts::check,
            GatewaySubsets::check,
            ClaimRouting::check,
            DestinationRuleTargets::check,
            ServerVerification::check,
            GatewayWorkloads::check,
            GatewayCredentials::check,
            GatewayConflicts::check,
            SidecarSelectors::check,
            TelemetryChecks::check,
            ServicePortNames::check,
            SharedWorkloadPorts::check,
            ServiceConsistency::check,
            NetworkRegistries::check,
            ServiceEntryAddresses::check,
            AuthorizationSources::check,
            StatusConditions::check,
            DefinitionVersions::check,
            GatewayApiSelectors::check,
            EnvoyFilterOrder::check,
            DeprecatedFeatures::check,
            ExternalControlPlanes::check,
            InjectorWebhooks::check,
            Injection::check,
            InjectedImages::check,
            ProxyImages::check,
            AnnotationPlaces::check,
            SourceClusters::check,
            CrossNetworkSubsets::check,
            ClusterNames::check,
            NetworkLabels::check,
            PassthroughVisibility::check);

    private Checks() {}
}
