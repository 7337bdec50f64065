from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Replace, Right

from jamstac.bodies.models import TenantRecord
from jamstac.kernel.uuid7 import uuid7
from jamstac.people.states import ConsentPurpose, Function, RelationKind, Sex


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str | None, password: str | None = None, **fields: Any) -> Account:
        account = self.model(email=self.normalize_email(email).lower() or None, **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A way in, for the whole installation: one password, perhaps a passkey, and one e-mail where there is one
    (else the NIK or the phone of its person). Says nothing about what its owner may do: that is a person's
    appointment. Not guarded (accounts, allauth, sessions)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField("surel", unique=True, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"

    is_staff = False

    def __str__(self) -> str:
        return self.email or ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """No e-mail is null, so that many accounts may have none."""
        self.email = self.email or None
        super().save(*args, **kwargs)


nik_validator = RegexValidator(r"^\d{16}$", "NIK terdiri atas 16 angka.")
phone_validator = RegexValidator(r"^\+?[0-9][0-9 -]{8,16}$", "Tulis 10 sampai 15 angka, misalnya 0812 3456 7890.")


class Biodata(models.Model):
    """The personal data of FR.APL.01 part 1. Shared by the person, the draft and the submitted application."""

    name = models.CharField("nama lengkap", max_length=120)
    nik = models.CharField("NIK", max_length=16, blank=True, validators=[nik_validator])
    birth_place = models.CharField("tempat lahir", max_length=80, blank=True)
    birth_date = models.DateField("tanggal lahir", null=True, blank=True)
    sex = models.CharField("jenis kelamin", max_length=1, choices=Sex.choices, blank=True)
    nationality = models.CharField("kebangsaan", max_length=60, blank=True, default="Indonesia")
    address = models.CharField("alamat rumah", max_length=300, blank=True)
    postcode = models.CharField("kode pos", max_length=10, blank=True)
    phone = models.CharField("nomor ponsel", max_length=20, blank=True, validators=[phone_validator])
    email = models.EmailField("surel", blank=True)
    education = models.CharField("kualifikasi pendidikan", max_length=120, blank=True)
    institution = models.CharField("institusi atau perusahaan", max_length=160, blank=True)
    position = models.CharField("jabatan", max_length=120, blank=True)
    office_address = models.CharField("alamat kantor", max_length=300, blank=True)
    office_phone = models.CharField("telepon kantor", max_length=40, blank=True)

    class Meta:
        abstract = True


class Person(TenantRecord, Biodata):
    """Somebody as one LSP knows them. The same account may be a person of several LSPs."""

    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    phone_tail = models.GeneratedField(
        expression=Right(
            Replace(Replace("phone", models.Value(" "), models.Value("")), models.Value("-"), models.Value("")), 9
        ),
        output_field=models.CharField(max_length=9),
        db_persist=True,
    )
    """The last nine digits of the phone, however it was typed: how a phone is found."""

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["body", "account"], name="people_person_one_per_lsp"),
            models.UniqueConstraint(fields=["body", "nik"], condition=~models.Q(nik=""), name="people_person_nik_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["body", "name"], name="people_person_name"),
            models.Index(fields=["nik"], name="people_person_nik"),
            models.Index(fields=["phone_tail"], name="people_person_phone"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def owner_person_id(self) -> UUID:
        return self.pk


class Appointment(TenantRecord):
    """A function given to a person by a decree (SK), from a day to a day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    function = models.CharField("fungsi", max_length=30, choices=Function.choices)
    decree_number = models.CharField("nomor SK", max_length=100)
    decree_date = models.DateField("tanggal SK")
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)
    end_reason = models.CharField("alasan berakhir", max_length=300, blank=True)

    class Meta(TenantRecord.Meta):
        indexes: ClassVar = [
            models.Index(fields=["body", "function", "valid_from"], name="people_appointment_function"),
            models.Index(fields=["person", "valid_from"], name="people_appointment_person"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.person_id})


class Relation(TenantRecord):
    """`person` trained, teaches, employs, supervises, is kin of, assessed or decided about `other`: a dated fact
    that rules read (HR-02 to HR-06)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("hubungan", max_length=12, choices=RelationKind.choices)
    valid_from = models.DateField("sejak")
    valid_until = models.DateField("sampai", null=True, blank=True)
    note = models.CharField("keterangan", max_length=300, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(person=models.F("other")), name="people_relation_two_people"),
        ]


class Consent(TenantRecord):
    """A person agreed to one purpose, in the words shown then (UU 27/2022 art. 20–22)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20, choices=ConsentPurpose.choices)
    sentence = models.TextField()
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    @property
    def owner_person_id(self) -> UUID:
        return self.person_id


class Slip(TenantRecord):
    """A way in for somebody without e-mail: a one-time code on paper, or in a link that staff send by hand. Only
    the digest of the code is kept. A new slip takes the place of the one before."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(used_at=None, revoked_at=None),
                name="people_slip_one_open",
            ),
        ]

    @property
    def owner_person_id(self) -> UUID:
        return self.person_id
