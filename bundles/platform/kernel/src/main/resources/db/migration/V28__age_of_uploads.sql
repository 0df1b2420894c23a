-- Once a day those that came long ago and were never filed are looked for.
CREATE INDEX kernel_upload_taken ON kernel_upload (taken_at);
