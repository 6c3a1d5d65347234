package io.eastwest.routing.table;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.PathNormalization;
import io.eastwest.model.istio.mesh.PathNormalizationType;
import io.eastwest.routing.envoy.PathNormalizationLevel;

/** The path normalisation of the mesh as connection managers apply it; istiod's default is BASE. */
public final class PathNormalizations {
    private PathNormalizations() {}

    /**
     * Reads the setting of the mesh.
     *
     * @param meshConfig mesh configuration
     * @return the level
     */
    public static PathNormalizationLevel of(MeshConfig meshConfig) {
        PathNormalizationType type = meshConfig
                .pathNormalization()
                .flatMap(PathNormalization::normalization)
                .orElse(PathNormalizationType.DEFAULT);
        return switch (type) {
            case NONE -> PathNormalizationLevel.NONE;
            case DEFAULT, BASE -> PathNormalizationLevel.BASE;
            case MERGE_SLASHES -> PathNormalizationLevel.MERGE_SLASHES;
            case DECODE_AND_MERGE_SLASHES -> PathNormalizationLevel.DECODE_AND_MERGE_SLASHES;
        };
    }
}
