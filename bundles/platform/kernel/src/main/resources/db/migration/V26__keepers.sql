-- What keeps a content beside the documents of orders: a regulation, an opening. While one does, it does not leave the disk.
create table kernel_keeper (
    digest char(64) not null,
    keeper varchar(100) not null,
    since bigint not null,
    constraint kernel_keeper_pk primary key (digest, keeper)
);

-- What was taken in by now and filed with no order may be kept by somebody who has not said so.
insert into kernel_keeper (digest, keeper, since)
select digest, 'before keepers were known', taken_at from kernel_upload
where not exists (select 1 from kernel_document where kernel_document.digest = kernel_upload.digest);
