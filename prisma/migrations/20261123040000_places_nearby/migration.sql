-- The places around a place are a range of this, instead of a look at every place there is.
CREATE INDEX jurisdiction_lat_lon_idx ON jurisdiction (lat, lon);
